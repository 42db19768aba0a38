import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { BuyerMark, PageMarks } from '../../../lib/messaging/answers.ts';
import type { PageReport } from '../../../lib/model/capture.ts';
import type { Order } from '../../../lib/model/order.ts';
import type { ChatBox } from '../../../lib/page/chat-box.ts';
import type { Chip } from '../../../lib/page/chips.ts';
import { startPageSession } from '../../../lib/page/page-session.ts';
import { emptyReading } from '../../../lib/platforms/page-reader.ts';
import { readPage } from '../../../lib/platforms/registry.ts';
import {
  CHAT_URL,
  ORDER_LIST_URL,
  chatPage,
  navigate,
  orderCard,
  orderList,
  standInForExecCommand,
} from '../../support/jd-page.ts';
import { documentOf } from '../../support/load-fixture.ts';

const first = '3090112233440001';
const second = '3090112233440002';
const regular: BuyerMark = { tierId: 'returning', label: '老客', tone: 'calm', reason: '记得他买过什么' };

beforeEach(() => {
  vi.useFakeTimers();
  navigate(window, ORDER_LIST_URL);
  document.body.innerHTML = orderList([{ orderId: first }, { orderId: second }]);
});
afterEach(() => {
  vi.useRealTimers();
});

interface Answer {
  byOrderId?: Record<string, BuyerMark>;
  byChatKey?: Record<string, BuyerMark>;
}

/** A session in this page; `answer` plays the background. */
function start(answer: (report: PageReport) => Promise<Answer> = async () => ({})) {
  const reports: PageReport[] = [];
  const drawn: (readonly Chip[])[] = [];
  const alive = { is: true };
  const boxes: (ChatBox | null)[] = [];
  const layer = { show: (chips: readonly Chip[]) => drawn.push(chips), remove: vi.fn<() => void>() };
  const session = startPageSession({
    readPage,
    view: window,
    report: async (report): Promise<PageMarks> => {
      reports.push(report);
      const { health, rejects } = report;
      return { byOrderId: {}, byChatKey: {}, rejects, health, ...(await answer(report)) };
    },
    layer,
    showBox: (box) => boxes.push(box),
    now: () => 1_785_981_600_000,
    isAlive: () => alive.is,
  });
  session.setOverlay(true);
  onTestFinished(() => session.stop());
  return { session, reports, layer, alive, chips: () => drawn.at(-1) ?? [], drawn, box: () => boxes.at(-1) ?? null };
}
const comeToRest = () => vi.advanceTimersByTimeAsync(1_000);

describe('a session', () => {
  test('reports what the page shows, then only what changed', async () => {
    const { reports } = start();
    await comeToRest();
    document.querySelectorAll('.order-status span')[1]!.textContent = '已出库';
    await comeToRest();
    document.body.append(document.createElement('i'));
    await comeToRest();
    expect(reports.map(({ orders }) => orders.length)).toEqual([2, 1]);
    expect(reports[1]).toMatchObject({ orderIds: [first, second], orders: [{ orderId: second, status: 'shipped' }] });
  });

  test('reports what the page was answered before it is painted, and counts the two once', async () => {
    document.body.innerHTML = '';
    const { session, reports } = start();
    await comeToRest();
    const { batch } = readPage(
      documentOf(orderList([{ orderId: first }, { orderId: second }])),
      new URL(ORDER_LIST_URL),
    );
    session.takeObserved({ ...batch, orders: batch.orders.map((order) => ({ ...order, freightFen: 800 })) });
    expect(reports.at(-1)).toMatchObject({ orderIds: [first, second], health: { rows: 2, read: 2 } });
    document.body.innerHTML = orderList([{ orderId: second }, { orderId: first, amount: '¥99.00' }]);
    await comeToRest();
    expect(reports.at(-1)).toMatchObject({
      orderIds: [first, second],
      rejects: [{ what: 'amount (page and response differ)', row: 2 }],
      health: { rows: 2, read: 2 },
    });
    expect(reports.flatMap(({ orders }) => orders as Order[]).every(({ freightFen }) => freightFen === 800)).toBe(true);
  });

  test('is silent when the page was refused an answer', async () => {
    const { session, reports } = start();
    await comeToRest();
    session.takeObserved(emptyReading('jd', 'blocked').batch);
    expect(reports.at(-1)).toMatchObject({ page: 'blocked', orders: [], orderIds: [] });
  });

  test('draws what comes back beside the buyers', async () => {
    const { chips } = start(async () => ({ byOrderId: { [second]: regular } }));
    await comeToRest();
    expect(chips()).toEqual([{ ...regular, anchor: document.querySelectorAll('.user-pin')[1] }]);
  });

  test('draws beside the conversations of a chat', async () => {
    navigate(window, CHAT_URL);
    document.body.innerHTML = chatPage(['wd_sunshine', 'other']);
    const { chips } = start(async () => ({ byChatKey: { wd_sunshine: regular } }));
    await comeToRest();
    expect(chips()).toEqual([{ ...regular, anchor: document.querySelector('.alluser-item-name') }]);
  });

  test('draws nothing beside a buyer who is called like something every object has', async () => {
    navigate(window, CHAT_URL);
    document.body.innerHTML = chatPage(['constructor', 'toString', '__proto__', 'valueOf']);
    const { chips } = start();
    await comeToRest();
    expect(chips()).toEqual([]);
  });

  test('follows the page: a row that went takes its chip along', async () => {
    const { chips } = start(async () => ({ byOrderId: { [first]: regular, [second]: regular } }));
    await comeToRest();
    expect(chips()).toHaveLength(2);
    document.querySelector('.card')!.remove();
    await comeToRest();
    expect(chips()).toHaveLength(1);
  });

  test('fills the box of the customer who is selected now', async () => {
    navigate(window, CHAT_URL);
    document.body.innerHTML = chatPage(['wd_sunshine']);
    standInForExecCommand(document);
    const { session } = start();
    await comeToRest();
    expect(session.fill('other', '您好')).toEqual({ filled: false, because: 'otherCustomer' });
    expect(session.fill('wd_sunshine', '您好')).toEqual({ filled: true });
  });
});

test('the chat box that is open is told with whose it is, and gone when the overlay is switched off', async () => {
  navigate(window, CHAT_URL);
  document.body.innerHTML = chatPage(['wd_sunshine', 'other']);
  const { session, box } = start();
  await comeToRest();
  const editor = document.querySelector('.EditorContent');
  expect(box()).toEqual({ editor, platform: 'jd', customerKey: 'wd_sunshine', isSettled: true });
  session.setOverlay(false);
  expect(box()).toBeNull();
});

describe('while the background does not answer', () => {
  test('everything is said again a little later', async () => {
    let isDown = true;
    const { reports } = start(async () => {
      if (isDown) throw new Error('no receiver');
      return {};
    });
    await vi.advanceTimersByTimeAsync(150);
    expect(reports).toHaveLength(1);
    isDown = false;
    await comeToRest();
    expect(reports.map(({ orders }) => orders.length)).toEqual([2, 2]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(reports).toHaveLength(2);
  });

  test('what the page showed meanwhile is said, too, and what it shows now comes last', async () => {
    let isDown = true;
    const { reports } = start(async () => {
      if (isDown) throw new Error('no receiver');
      return {};
    });
    await vi.advanceTimersByTimeAsync(150);
    document.querySelector('.table-body')!.innerHTML = orderCard({ orderId: '3090112233440003' });
    await vi.advanceTimersByTimeAsync(60);
    isDown = false;
    await comeToRest();
    await comeToRest();
    const told = reports.slice(1).map(({ orderIds }) => orderIds.join());
    expect(told).toContain([first, second].join());
    expect(told.at(-1)).toBe('3090112233440003');
  });

  test('it is left alone after a few tries', async () => {
    const { reports } = start(async () => {
      throw new Error('no receiver');
    });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(reports).toHaveLength(5);
  });
});

describe('when the overlay is switched off', () => {
  test('it goes away at once, and no answer brings it back', async () => {
    const { session, layer, chips } = start(async () => ({ byOrderId: { [first]: regular } }));
    await comeToRest();
    session.setOverlay(false);
    expect(layer.remove).toHaveBeenCalled();
    document.querySelector('.table-body')!.insertAdjacentHTML('beforeend', orderCard({ orderId: '3090112233440003' }));
    await comeToRest();
    expect(chips()).toEqual([]);
    session.setOverlay(true);
    expect(chips()).toHaveLength(1);
  });
});

describe('when the session is stopped', () => {
  test('an answer that was on its way draws nothing any more', async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const { session, drawn } = start(() => promise);
    await comeToRest();
    session.stop();
    const before = drawn.length;
    resolve({ byOrderId: { [first]: regular } });
    await comeToRest();
    expect(drawn.slice(before).flat()).toEqual([]);
  });

  test('a failure that was on its way is not tried again', async () => {
    const { promise, reject } = Promise.withResolvers<Answer>();
    const { session, reports } = start(() => promise);
    await comeToRest();
    session.stop();
    reject(new Error('Extension context invalidated'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(reports).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a page that comes back out of the cache of the browser', () => {
  const show = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

  test('says everything again: another page of its tab was shown in between', async () => {
    const { reports } = start();
    await comeToRest();
    show(true);
    await comeToRest();
    expect(reports.map(({ orders }) => orders.length)).toEqual([2, 2]);
  });

  test('says nothing twice when it was only loaded', async () => {
    const { reports } = start();
    await comeToRest();
    show(false);
    await comeToRest();
    expect(reports).toHaveLength(1);
  });
});

describe('a script whose extension was updated', () => {
  test.each(['focus', 'visibilitychange'])('takes its drawings away at the next %s', async (event) => {
    const { alive, layer } = start();
    await comeToRest();
    alive.is = false;
    window.dispatchEvent(new Event(event));
    expect(layer.remove).toHaveBeenCalled();
  });

  test('is silent for good when the page changes', async () => {
    const { alive, layer, reports, drawn, session } = start();
    await comeToRest();
    alive.is = false;
    document.body.append(document.createElement('i'));
    await comeToRest();
    const [said, shown] = [reports.length, drawn.length];
    document.body.insertAdjacentHTML('beforeend', orderCard({ orderId: '3090112233440003' }));
    session.setOverlay(true);
    await comeToRest();
    expect(layer.remove).toHaveBeenCalled();
    expect([reports.length, drawn.length]).toEqual([said, shown]);
  });
});

describe('in a frame', () => {
  beforeEach(() => {
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window & typeof globalThis);
  });

  test('that is no page of ours nothing is said of the tab', async () => {
    navigate(window, 'https://shop.jd.com/jdm/mkt/market');
    const { reports } = start();
    await comeToRest();
    expect(reports).toEqual([]);
  });

  test('an order list is reported, and that it has gone', async () => {
    const { reports } = start();
    await comeToRest();
    window.dispatchEvent(new Event('pagehide'));
    await comeToRest();
    expect(reports.map(({ page }) => page)).toEqual(['order-list', 'unknown']);
  });
});
