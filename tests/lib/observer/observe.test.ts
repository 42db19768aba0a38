import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { gbkBytes } from '../../../scripts/demo/answers/gb18030.ts';
import { takePort } from '../../../lib/observer/hand-over.ts';
import { startObserver } from '../../../lib/observer/observe.ts';
import type { CaptureBatch } from '../../../lib/model/capture.ts';
import { answerUrls, jdOrder, jdOrderPage, PERSONAL, soldList, soldOrder } from '../../support/make-answers.ts';
import { observedView, type Answered } from '../../support/observed-view.ts';

const utf8 = (value: unknown): Answered => ({
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});
const gbk = (value: unknown): Answered => ({ bytes: gbkBytes(JSON.stringify(value)) as Uint8Array<ArrayBuffer> });

/** A page with the observer in it, and what it hands over. */
function watchedPage(answer: (url: string) => Answered = () => utf8(jdOrderPage(jdOrder()))) {
  const touched: string[] = [];
  const view = observedView(answer, touched);
  const batches: CaptureBatch[] = [];
  const texts: string[] = [];
  let port: MessagePort | null = null;
  takePort(view, (taken) => {
    port = taken;
    taken.addEventListener('message', ({ data }: MessageEvent<string>) => {
      texts.push(data);
      batches.push(JSON.parse(data) as CaptureBatch);
    });
    taken.start();
  });
  const native = {
    fetch: view.fetch,
    open: view.XMLHttpRequest.prototype.open,
    send: view.XMLHttpRequest.prototype.send,
  };
  startObserver(view);
  onTestFinished(() => port?.close());
  return { view, batches, texts, touched, native, port: () => port! };
}

const settle = async () =>
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });

/** What the page has of a body, whatever it asked for it as. */
async function textOf(body: unknown): Promise<string> {
  if (typeof body === 'string') return body;
  if (body instanceof Blob || body instanceof ArrayBuffer) return await new Response(body).text();
  return JSON.stringify(body);
}

async function send(view: Window & typeof globalThis, url: string, type: XMLHttpRequestResponseType = '') {
  const request = new view.XMLHttpRequest();
  request.responseType = type;
  request.open('POST', url);
  request.send();
  await settle();
  return request;
}

describe('an answer that we know is handed over, cut to what we keep', () => {
  test('when it was fetched, by text, by URL or by Request', async () => {
    const { view, batches, texts } = watchedPage();
    const got = await view.fetch(answerUrls.jdOrders);
    await view.fetch(new URL(answerUrls.jdOrders));
    await view.fetch(new Request(answerUrls.jdOrders));
    await vi.waitFor(() => expect(batches.map(({ health }) => health.read)).toEqual([1, 1, 1]));
    expect(await got.json()).toEqual(jdOrderPage(jdOrder()));
    expect(texts.join('')).not.toContain(PERSONAL);
  });

  test.each(['', 'text', 'arraybuffer', 'blob', 'json'] as const)('when it was sent for, as %j', async (type) => {
    const { view, batches } = watchedPage();
    const request = await send(view, answerUrls.jdOrders, type);
    expect(batches).toMatchObject([{ page: 'order-list', orders: [{ amountFen: 6530 }] }]);
    expect(await textOf(request.response)).toBe(JSON.stringify(jdOrderPage(jdOrder())));
  });

  test('when its address is written as the page writes it', async () => {
    const { view, batches } = watchedPage();
    await send(view, answerUrls.jdOrders.replace('https:', ''));
    expect(batches).toHaveLength(1);
  });

  test('in GBK that does not say so', async () => {
    const { view, batches } = watchedPage(() => gbk(soldList(soldOrder())));
    await view.fetch(answerUrls.taobaoOrders);
    await send(view, answerUrls.taobaoOrders, 'arraybuffer');
    expect(batches.map(({ orders }) => orders[0]?.items[0]?.title)).toEqual(Array(2).fill('示例 ±0.1mm'));
  });

  test('as a loss by name when the page itself could not read its letters', async () => {
    const { view, batches } = watchedPage(() => gbk(soldList(soldOrder())));
    await send(view, answerUrls.taobaoOrders);
    expect(batches).toMatchObject([{ orders: [] }]);
    expect(batches[0]!.rejects).toHaveLength(1);
  });

  test('as a loss by name when it is larger than 2 MB', async () => {
    const { view, batches } = watchedPage(() => utf8({ ...jdOrderPage(jdOrder()), more: 'x'.repeat(2_000_001) }));
    await view.fetch(answerUrls.jdOrders);
    await send(view, answerUrls.jdOrders);
    await send(view, answerUrls.jdOrders, 'arraybuffer');
    await send(view, answerUrls.jdOrders, 'blob');
    expect(batches.flatMap(({ rejects }) => rejects.map(({ what }) => what))).toEqual(
      Array(4).fill('answer (too large)'),
    );
  });
});

describe('an answer that is not ours to read', () => {
  const never = 'https://sff.jd.com/api?api=dsm.order.bff.orderSensitiveInfoBffService.getSensitiveInfo';

  test('is neither cloned nor read', async () => {
    const { view, batches, touched } = watchedPage();
    for (const url of [never, 'https://sff.jd.com/api?api=x.queryOrderTabs', 'https://storage.360buyimg.com/a.js']) {
      await view.fetch(url);
      await send(view, url);
    }
    expect(touched).toEqual([]);
    expect(batches).toEqual([]);
    await view.fetch(answerUrls.jdOrders);
    await send(view, answerUrls.jdOrders);
    expect(touched).toEqual(['clone', 'responseText']);
  });

  test('is not read either when a call of ours leads to it', async () => {
    const { view, batches } = watchedPage(() => ({
      ...utf8(jdOrderPage(jdOrder())),
      url: 'https://passport.shop.jd.com/login?api=x.queryOrderPage',
    }));
    await view.fetch(answerUrls.jdOrders);
    await send(view, answerUrls.jdOrders);
    expect(batches).toEqual([]);
  });

  test('nor when the request was opened anew for it', async () => {
    const { view, batches } = watchedPage();
    const request = new view.XMLHttpRequest();
    request.open('POST', answerUrls.jdOrders);
    request.open('POST', never);
    request.send();
    await settle();
    expect(batches).toEqual([]);
  });
});

describe('the page', () => {
  test('gets its own promise, its own errors and its own results', async () => {
    const { view } = watchedPage((url) => {
      if (url.includes('down')) throw new TypeError('Failed to fetch');
      return utf8({});
    });
    await expect(view.fetch(`${answerUrls.jdOrders}&down`)).rejects.toThrow('Failed to fetch');
    const { open } = view.XMLHttpRequest.prototype;
    expect(() => Reflect.apply(open, {}, ['GET', answerUrls.jdOrders])).toThrow(TypeError);
    const odd = { toString: () => answerUrls.jdOrders } as unknown as string;
    await expect(view.fetch(odd)).resolves.toBeInstanceOf(Response);
  });

  test('sees functions of the same name, length and look', () => {
    const { view, native } = watchedPage();
    expect([view.fetch.name, view.fetch.length]).toEqual([native.fetch.name, native.fetch.length]);
    expect(Function.prototype.toString.call(view.fetch)).toContain('[native code]');
    expect(Object.getOwnPropertyNames(view.XMLHttpRequest.prototype.open)).toEqual(
      Object.getOwnPropertyNames(native.open),
    );
  });

  test('goes on when the observer cannot', async () => {
    const { view, texts } = watchedPage();
    vi.spyOn(JSON, 'parse').mockImplementation(() => {
      throw new Error('of the page');
    });
    vi.spyOn(Array.prototype, 'find').mockImplementation(() => {
      throw new Error('of the page');
    });
    const response = await view.fetch(answerUrls.jdOrders);
    await settle();
    vi.restoreAllMocks();
    expect(response.ok).toBe(true);
    expect(texts).toEqual([]);
    await view.fetch(answerUrls.jdOrders);
    await settle();
    expect(texts).toHaveLength(1);
  });

  test('has its functions back at a word from the other end, unless it has wrapped them itself', async () => {
    const { view, native, port } = watchedPage();
    const { open } = view.XMLHttpRequest.prototype;
    const ofPage = function (this: XMLHttpRequest, ...args: Parameters<XMLHttpRequest['open']>) {
      open.apply(this, args);
    };
    view.XMLHttpRequest.prototype.open = ofPage as typeof open;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, no window
    port().postMessage('stop');
    await settle();
    expect(view.fetch).toBe(native.fetch);
    expect(view.XMLHttpRequest.prototype.send).toBe(native.send);
    expect(view.XMLHttpRequest.prototype.open).toBe(ofPage);
  });
});
