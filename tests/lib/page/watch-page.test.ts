import fc from '../../support/fast-check.ts';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { watchPage } from '../../../lib/page/watch-page.ts';
import type { PageReading } from '../../../lib/platforms/page-reader.ts';
import { readPage } from '../../../lib/platforms/registry.ts';
import { documentOf, loadFixture } from '../../support/load-fixture.ts';
import { longLists, longPage, otherLongLists } from '../../support/long-page.ts';
import { CHAT_URL, ORDER_LIST_URL, captcha, chatPage, navigate, orderCard, orderList } from '../../support/jd-page.ts';

const first = '3090112233440001';
const second = '3090112233440002';
const AT_REST_MS = 1_000;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  navigate(window, ORDER_LIST_URL);
});
afterEach(() => {
  // Spies first: what they put back is what they found, and that may be a timer of ours.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function watch() {
  const readings: PageReading[] = [];
  const page = watchPage(window, readPage, (reading) => readings.push(reading));
  onTestFinished(() => page.stop());
  return { ...page, readings, last: () => readings.at(-1)!.batch };
}
const comeToRest = () => vi.advanceTimersByTimeAsync(AT_REST_MS);
const idsIn = (batch: PageReading['batch']) => batch.orders.map(({ orderId }) => orderId);

describe('a page is read', () => {
  test('once when it stands', async () => {
    document.body.innerHTML = orderList([{ orderId: first }]);
    const { readings, last } = watch();
    await comeToRest();
    expect(readings).toHaveLength(1);
    expect(idsIn(last())).toEqual([first]);
  });

  test('again after late painting', async () => {
    const { readings, last } = watch();
    await comeToRest();
    expect(idsIn(last())).toEqual([]);
    document.body.innerHTML = orderList([{ orderId: first }, { orderId: second }]);
    await comeToRest();
    expect(idsIn(last())).toEqual([first, second]);
    expect(readings).toHaveLength(2);
  });

  test('once for a storm of changes', async () => {
    document.body.innerHTML = orderList([]);
    const { readings, last } = watch();
    await comeToRest();
    const body = document.querySelector('.table-body')!;
    for (let row = 0; row < 50; row += 1) {
      body.insertAdjacentHTML('beforeend', orderCard({ orderId: String(3_090_112_233_440_000 + row) }));
    }
    await comeToRest();
    expect(readings).toHaveLength(2);
    expect(last().orders).toHaveLength(50);
  });

  test('in the end though it never comes to rest', async () => {
    document.body.innerHTML = orderList([{ orderId: first }]);
    const { readings } = watch();
    for (let tick = 0; tick < 33; tick += 1) {
      document.body.append(document.createElement('i'));
      await vi.advanceTimersByTimeAsync(30);
    }
    expect(readings.length).toBeGreaterThanOrEqual(1);
    expect(readings.length).toBeLessThanOrEqual(3);
  });

  test('again where one row changed, with its new state', async () => {
    document.body.innerHTML = orderList([{ orderId: first }, { orderId: second }]);
    const { last } = watch();
    await comeToRest();
    document.querySelectorAll('.order-status span')[1]!.textContent = '已出库';
    await comeToRest();
    expect(last().orders.map(({ status }) => status)).toEqual(['paid', 'shipped']);
  });

  test('as what it has become after a navigation without reload', async () => {
    document.body.innerHTML = orderList([{ orderId: first }]);
    const { last } = watch();
    await comeToRest();
    navigate(window, CHAT_URL);
    document.body.innerHTML = chatPage(['wd_sunshine']);
    await comeToRest();
    expect(last()).toMatchObject({ page: 'chat', orders: [], chat: { customer: { key: 'wd_sunshine' } } });
  });

  test('again when the person goes back', async () => {
    const { readings } = watch();
    await comeToRest();
    window.dispatchEvent(new Event('popstate'));
    await comeToRest();
    window.dispatchEvent(new Event('pageshow'));
    await comeToRest();
    expect(readings).toHaveLength(3);
  });

  test('again row by row when its data come after the rows', async () => {
    const { html, url } = loadFixture('taobao/sold-list-old--normal');
    navigate(window, url);
    document.body.innerHTML = documentOf(html).body.innerHTML;
    const whole = readPage(document, new URL(url)).batch;
    const data = [...document.querySelectorAll('script')].find(({ text }) => text.includes('mainOrders'))!;
    const place = data.parentElement!;
    data.remove();
    const { last } = watch();
    await comeToRest();
    expect(last().orders.map(({ buyer }) => buyer.key)).not.toEqual(whole.orders.map(({ buyer }) => buyer.key));
    place.append(data);
    await comeToRest();
    expect(last().orders).toEqual(whole.orders);
  });

  test('again on demand, though nothing changed', async () => {
    const { readings, readAgain } = watch();
    await comeToRest();
    readAgain();
    await comeToRest();
    expect(readings).toHaveLength(2);
  });

  test('as blocked, silently, when a captcha lies over it', async () => {
    document.body.innerHTML = orderList([{ orderId: first }]);
    const { last } = watch();
    await comeToRest();
    document.body.insertAdjacentHTML('beforeend', captcha);
    await comeToRest();
    expect(last()).toMatchObject({ page: 'blocked', orders: [], chat: null });
  });
});

describe('a long page', () => {
  /** A clock by which every look at it takes `stepMs`. */
  const slowClock = (stepMs: number) => {
    let now = 0;
    vi.spyOn(window.performance, 'now').mockImplementation(() => (now += stepMs));
  };
  const many = Array.from({ length: 50 }, (_, row) => ({ orderId: String(3_090_112_233_440_000 + row) }));

  test('is read in portions, with time for the page in between, and told as one', async () => {
    slowClock(3);
    document.body.innerHTML = orderList(many);
    const { readings, last } = watch();
    const inBetween: number[] = [];
    window.setTimeout(() => inBetween.push(readings.length), 85);
    await comeToRest();
    expect(inBetween).toEqual([0]);
    expect(readings).toHaveLength(1);
    expect(idsIn(last())).toEqual(many.map(({ orderId }) => orderId));
  });

  test('that changes between two portions is told as it is in the end', async () => {
    slowClock(3);
    document.body.innerHTML = orderList(many);
    const { last } = watch();
    window.setTimeout(() => (document.querySelector('.order-status span')!.textContent = '已出库'), 85);
    await comeToRest();
    expect(last().orders[0]!.status).toBe('shipped');
  });

  test('that changes faster than it can be read is read all the same', async () => {
    let workMs = 0;
    vi.spyOn(window.performance, 'now').mockImplementation(() => Date.now() + (workMs += 0.5));
    document.body.innerHTML = orderList(many.slice(0, 5));
    const status = document.querySelector('.order-status span')!;
    const { readings } = watch();
    for (let tick = 0; tick < 2500; tick += 1) {
      status.textContent = tick % 2 ? '已出库' : '等待出库';
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.at(-1)!.batch.health).toEqual({ rows: 5, read: 5 });
  });

  /** What may happen to a page while it is read. */
  const changes: Record<string, (leaf: Element) => void> = {
    'a text goes': (leaf) => leaf.replaceChildren(),
    'a text becomes another': (leaf) => (leaf.firstChild!.nodeValue = '¥7.77'),
    'an element goes': (leaf) => leaf.remove(),
    'an element moves to the end': (leaf) => leaf.parentElement!.parentElement!.append(leaf),
    'a whole piece comes twice': (leaf) => leaf.parentElement!.after(leaf.parentElement!.cloneNode(true)),
    'a title comes': (leaf) => leaf.setAttribute('title', '3090112233440009'),
  };

  test('that changes at any moment is never told as a mixture of both', { timeout: 60_000 }, async () => {
    const pages = [...longLists, ...otherLongLists].map((list) => ({
      url: loadFixture(list.name).url,
      html: longPage(list, 5).body.innerHTML,
    }));
    const moment = fc.record({
      page: fc.constantFrom(...pages),
      change: fc.constantFrom(...Object.keys(changes)),
      place: fc.nat(),
      afterMs: fc.integer({ min: 80, max: 140 }),
    });
    slowClock(3);
    const portions = vi.spyOn(window, 'setTimeout');
    await fc.assert(
      fc.asyncProperty(moment, async ({ page, change, place, afterMs }) => {
        navigate(window, page.url);
        document.body.innerHTML = page.html;
        const told: unknown[] = [];
        const { stop } = watchPage(window, readPage, ({ batch }) => {
          told.push(batch);
          expect(batch).toEqual(readPage(document, new URL(page.url)).batch);
        });
        await vi.advanceTimersByTimeAsync(afterMs);
        const leaves = [...document.querySelectorAll('body *')].filter(({ children }) => children.length === 0);
        const texts = leaves.filter(({ firstChild }) => firstChild?.nodeType === 3);
        changes[change]!(texts[place % texts.length]!);
        await vi.advanceTimersByTimeAsync(30_000);
        stop();
        expect(told.at(-1)).toEqual(readPage(document, new URL(page.url)).batch);
      }),
      { numRuns: 40 },
    );
    expect(portions.mock.calls.length).toBeGreaterThan(40 * 10);
  });
});

describe('a change of style', () => {
  test('that shows or hides something is one of the page; any other is none', async () => {
    document.body.innerHTML = orderList([{ orderId: first }, { orderId: second }]);
    const { readings, last } = watch();
    await comeToRest();
    const [card] = document.querySelectorAll<HTMLElement>('.card');
    card!.setAttribute('style', 'transform: translateY(4px)');
    await comeToRest();
    expect(readings).toHaveLength(1);
    card!.setAttribute('style', 'display: none');
    await comeToRest();
    expect(idsIn(last())).toEqual([second]);
  });
});

describe('a page is left alone', () => {
  test('the more, the longer it does not rest', async () => {
    let now = 0;
    vi.spyOn(window.performance, 'now').mockImplementation(() => now);
    const readings: PageReading[] = [];
    const page = watchPage(window, readPage, (reading) => {
      readings.push(reading);
      now += 20;
    });
    onTestFinished(() => page.stop());
    for (; now < 10_000; now += 10) {
      document.body.append(document.createElement('i'));
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(readings.length * 20).toBeLessThan(0.05 * 10_000);
    expect(readings.length).toBeGreaterThan(3);
  });

  test('while nothing happens: there is no polling', async () => {
    const { readings } = watch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(readings).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('once told to stop, even in the middle of a change', async () => {
    const { readings, stop } = watch();
    await comeToRest();
    document.body.innerHTML = orderList([{ orderId: first }]);
    await vi.advanceTimersByTimeAsync(10);
    stop();
    document.body.append('x');
    window.dispatchEvent(new Event('popstate'));
    await comeToRest();
    expect(readings).toHaveLength(1);
  });
});
