import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import {
  recordContacts,
  recordDoNotDisturb,
  recordPutOffs,
  undoEvents,
} from '../../../../lib/pipeline/record-event.ts';
import { noteWorkOrder, openWorkOrder } from '../../../../lib/pipeline/record-work-order.ts';
import { startTrial, stopTrial } from '../../../../lib/pipeline/run-trials.ts';
import { openShopLinter } from '../../../../lib/pipeline/shop-linter.ts';
import { takeCosts } from '../../../../lib/pipeline/take-costs.ts';
import { recordShopPractice } from '../../../../lib/pipeline/record-practice.ts';
import { presetPractice } from '../../../../lib/views/actions/shop-practice.ts';
import { readCustomerView } from '../../../../lib/views/customers/customer-view.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { readJobCounts, readTasks } from '../../../../lib/views/actions/day-list.ts';
import { readOpenOrders } from '../../../../lib/views/service/open-orders.ts';
import type { Trial } from '../../../../lib/model/trial.ts';
import { makeCoupon } from '../../../support/make-coupon.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { makeCustomerId } from '../../../support/make-history.ts';
import { makeItem, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeComparison, makeTrial } from '../../../support/make-trial.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');

/**
 * Two silent regulars (100 and 300 yuan an order), a newcomer of five days, one whose after-sale request waits.
 * @param rhythmicDaysAgo orders of 70 yuan of one more regular
 */
async function openShop(rhythmicDaysAgo: readonly number[] = []) {
  const { db, takeIn } = await openPipeline();
  const bought: [buyer: string, daysAgo: number, yuan: number][] = [
    ['small', 45, 100],
    ['small', 46, 100],
    ['large', 45, 300],
    ['large', 46, 300],
    ['newcomer', 5, 80],
    ['waiting', 4, 50],
    ...rhythmicDaysAgo.map((daysAgo) => ['rhythmic', daysAgo, 70] as [string, number, number]),
  ];
  const orders = makeOrders(bought.length, (index) => {
    const [buyer, daysAgo, yuan] = bought[index]!;
    return {
      buyer: stable(buyer),
      placedAt: now - daysAgo * DAY_MS,
      amountFen: yuan * 100,
      status: 'completed',
      items: [makeItem({ unitPriceFen: yuan * 100, afterSale: buyer === 'waiting' ? 'requested' : 'none' })],
    };
  });
  const { state } = await takeIn(makeReport(orders, { observedAt: now }));
  const names = async (job: 'calm' | 'wake' | 'thank', most = 10) =>
    (await readTasks(db, state.shopId, job, now, most)).tasks.map(({ customer }) => customer.display);
  const idOf = (name: string) =>
    state.buyers.find(({ orderIds }) =>
      orders.some(({ orderId, buyer }) => orderIds.includes(orderId) && buyer.key === name),
    )!.customerId!;
  return { db, shopId: state.shopId!, names, idOf };
}

test('every job has its customers, those first who spent most while no model says more', async () => {
  const { db, shopId, names } = await openShop();
  expect(await readJobCounts(db, shopId, now)).toEqual({
    calm: { due: 1, done: 0, heldOut: 0, lowCoverage: null },
    wake: { due: 2, done: 0, heldOut: 0, lowCoverage: null },
    thank: { due: 1, done: 0, heldOut: 0, lowCoverage: null },
  });
  expect(await names('calm')).toEqual(['waiting']);
  expect(await names('wake')).toEqual(['large', 'small']);
  expect(await names('wake', 1)).toEqual(['large']);
  expect(await names('thank')).toEqual(['newcomer']);
});

test('each says what to do and the facts of today that it rests on', async () => {
  const { db, shopId } = await openShop();
  const { order, tasks } = await readTasks(db, shopId, 'wake', now, 1);
  expect(order).toBe('netSpendFen');
  expect(tasks[0]).toMatchObject({ playbook: { id: 'silent-wake' }, worthFen: 60_000 });
  expect(tasks[0]!.evidence).toContainEqual({ metric: 'recencyDays', is: '>=', value: 30, actual: 45 });
});

describe('a customer with an open work order', () => {
  async function openOrder() {
    const shop = await openShop();
    const { db, shopId, idOf } = shop;
    const customerId = idOf('large');
    await openWorkOrder(db, makeNewWorkOrder({ shopId, customerId, labelId: 'damaged' }), now - 30 * 60_000);
    const at = async (job: 'calm' | 'wake', minutes: number) => {
      const then = now + minutes * 60_000;
      return (await readTasks(db, shopId, job, then, 10, await readOpenOrders(db, then))).tasks;
    };
    return { ...shop, at };
  }

  test('is offered nothing, and is first to be calmed when it is late', async () => {
    const { at } = await openOrder();
    const names = async (job: 'calm' | 'wake', minutes: number) =>
      (await at(job, minutes)).map(({ customer, lateOrders }) => [customer.display, lateOrders]);
    expect([await names('wake', 0), await names('calm', 0)]).toEqual([[['small', 0]], [['waiting', 0]]]);
    expect(await names('calm', 31)).toEqual([
      ['large', 1],
      ['waiting', 0],
    ]);
  });

  test('is back where they were when it is closed', async () => {
    const { db, at } = await openOrder();
    for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
      await noteWorkOrder(db, { kind, workOrderId: 'w1' }, now);
    expect((await at('wake', 31)).map(({ customer }) => customer.display)).toEqual(['large', 'small']);
  });
});

describe('a customer leaves the list', () => {
  test('when it was done, which counts as done today, and is back after an undo', async () => {
    const { db, shopId, names, idOf } = await openShop();
    const contact = makeContact({ customerId: idOf('large'), playbookId: 'silent-wake', how: 'noted', isOffer: true });
    const eventIds = await recordContacts(db, [contact], now);
    expect(await names('wake')).toEqual(['small']);
    expect((await readJobCounts(db, shopId, now)).wake).toEqual({ due: 1, done: 1, heldOut: 0, lowCoverage: null });
    await undoEvents(db, eventIds, now);
    expect(await names('wake')).toEqual(['large', 'small']);
  });

  test('until the day named by "later"', async () => {
    const { db, shopId, names, idOf } = await openShop();
    const untilDay = dayOf(now) + 3;
    await recordPutOffs(db, [{ customerId: idOf('large'), playbookId: 'silent-wake', untilDay, reason: null }], now);
    expect(await names('wake')).toEqual(['small']);
    const { tasks } = await readTasks(db, shopId, 'wake', now + 3 * DAY_MS, 10);
    expect(tasks.map(({ customer }) => customer.display)).toContain('large');
  });

  test('when they asked for quiet, unless they wait for an answer themselves', async () => {
    const { db, names, idOf } = await openShop();
    await recordDoNotDisturb(db, { customerId: idOf('small'), isOn: true }, now);
    await recordDoNotDisturb(db, { customerId: idOf('waiting'), isOn: true }, now);
    await maintain(db, now);
    expect(await names('wake')).toEqual(['large']);
    expect(await names('calm')).toEqual(['waiting']);
  });
});

test('who has had their gift comes under the next level, ten yuan away', async () => {
  const { db, shopId, idOf } = await openShop([1, 9, 34, 44, 64, 74]);
  const practice = { ...presetPractice, levels: [{ name: '金卡', fromFen: 43_000 }] };
  await recordShopPractice(db, { shopId, practice }, now - 1);
  const customerId = idOf('rhythmic');
  const playbook = async () =>
    (await readTasks(db, shopId, 'thank', now, 10)).tasks.find(({ customer }) => customer.customerId === customerId)
      ?.playbook.id;
  expect(await playbook()).toBe('frequent-gift');
  await recordContacts(db, [makeContact({ customerId, playbookId: 'frequent-gift' })], now - 2 * DAY_MS);
  expect(await playbook()).toBe('level-near');
  expect((await readCustomerView(db, shopId, customerId, now)).suggestions.map((one) => one.playbook.id)).toContain(
    'level-near',
  );
});

test('a reason against the playbook teaches the order, one against the customer does not', async () => {
  const { db, names } = await openShop([27, 57, 87]);
  const decline = (reason: 'notWorthIt' | 'doneElsewhere') =>
    recordPutOffs(
      db,
      Array.from({ length: 12 }, (_, index) => ({
        customerId: makeCustomerId(index),
        playbookId: 'silent-wake',
        untilDay: dayOf(now) + 30,
        reason,
      })),
      now,
    );
  await decline('doneElsewhere');
  expect(await names('wake')).toEqual(['large', 'rhythmic', 'small']);
  await decline('notWorthIt');
  expect(await names('wake')).toEqual(['rhythmic', 'large', 'small']);
});

describe('what the shop’s own trials told of a playbook', () => {
  const difference = { estimate: -0.02, low: -0.04, high: 0 };
  const ended = async (
    { db, shopId }: Awaited<ReturnType<typeof openShop>>,
    trial: Parameters<typeof makeTrial>[0],
  ) => {
    const made = makeTrial({ ...trial, shopId, playbookId: 'silent-wake' });
    await startTrial(db, openShopLinter(db), made, now - 2);
    await stopTrial(db, { trialId: made.trialId, difference }, now - 1);
  };

  test('moves its customers, and is said', async () => {
    const shop = await openShop([27, 57, 87]);
    expect(await readTasks(shop.db, shop.shopId, 'wake', now, 10)).toMatchObject({ tried: 0 });
    await ended(shop, {});
    expect(await shop.names('wake')).toEqual(['rhythmic', 'large', 'small']);
    expect(await readTasks(shop.db, shop.shopId, 'wake', now, 10)).toMatchObject({ tried: 1 });
    expect(await readTasks(shop.db, shop.shopId, 'thank', now, 10)).toMatchObject({ tried: 0 });
  });

  test('counts only where it was held against nothing', async () => {
    const shop = await openShop([27, 57, 87]);
    await ended(shop, { arms: makeComparison().arms });
    expect(await shop.names('wake')).toEqual(['large', 'rhythmic', 'small']);
  });
});

test('a shop never seen has an empty list, and all shops together have all of them', async () => {
  const { db } = await openShop();
  expect((await readJobCounts(db, 'jd-elsewhere', now)).wake).toEqual({
    due: 0,
    done: 0,
    heldOut: 0,
    lowCoverage: null,
  });
  expect((await readTasks(db, 'jd-elsewhere', 'wake', now, 10)).tasks).toEqual([]);
  expect((await readTasks(db, null, 'wake', now, 10)).tasks).toHaveLength(2);
});

describe('an offer that leaves too little', () => {
  const costs = (shopId: string, costFen: number) => ({
    listId: String(costFen),
    shopId,
    fileName: '成本.csv',
    costs: [{ skuId: null, title: makeItem().title, costFen }],
  });

  test('is not listed, the next one moves up, and how many were left out is said', async () => {
    const { db, shopId, names } = await openShop();
    const first = async () => await readTasks(db, shopId, 'wake', now, 1);
    expect(await first()).toMatchObject({ underMargin: 0, tasks: [{ margin: null }] });
    await takeCosts(db, costs(shopId, 8_500), now);
    // 20 yuan off leave 195 of 300 to the one; from the other they would take 5 more than there is.
    expect(await first()).toMatchObject({
      underMargin: 0,
      tasks: [{ margin: { beforeFen: 21_500, afterFen: 19_500 } }],
    });
    expect(await names('wake')).toEqual(['large']);
    expect((await readTasks(db, shopId, 'wake', now, 10)).underMargin).toBe(1);
  });

  test('calms nobody the less: who waits for an answer stays', async () => {
    const { db, shopId, names } = await openShop();
    await takeCosts(db, costs(shopId, 100_000), now);
    expect(await names('calm')).toEqual(['waiting']);
  });
});

test('the shop’s own coupon is given where one does, as on the card', async () => {
  const { db, shopId, idOf } = await openShop();
  const coupon = makeCoupon({ thresholdFen: 4_900, faceValueFen: 2_000 });
  const first = async () => (await readTasks(db, shopId, 'wake', now, 1)).tasks[0]!;
  expect(await first()).toMatchObject({ offer: { thresholdFen: 5_000, validDays: 7 }, existing: null });
  await db.coupons.put({ ...coupon, id: 'autumn', shopId });
  const { offer, existing } = await first();
  expect(existing).toMatchObject({ name: coupon.name, thresholdFen: 4_900 });
  expect(offer).toEqual({ kind: 'coupon', thresholdFen: 4_900, faceValueFen: 2_000, validDays: null });
  const card = await readCustomerView(db, shopId, idOf('large'), now);
  expect(card.suggestions.find(({ playbook }) => playbook.id === 'silent-wake')!.offer).toEqual(offer);
});

test('what the platform’s tool would not take is not listed, and how many were left out is said', async () => {
  const { db, shopId } = await openShop();
  const [a, b] = makeComparison().arms;
  const odd = { thresholdFen: 5_000, faceValueFen: 1_950, validDays: 7 };
  const arms: Trial['arms'] = [
    { ...a, share: 0.5, coupon: odd },
    { ...b, share: 0.5, coupon: odd, wording: null },
  ];
  await startTrial(db, openShopLinter(db), makeComparison({ shopId, arms }), now - 1);
  expect(await readTasks(db, shopId, 'wake', now, 10)).toMatchObject({ beyondLimit: 0, tasks: [{}, {}] });
  // Whole yuan alone, says the tool of the other platform.
  await db.customers.toCollection().modify({ platform: 'taobao' });
  expect(await readTasks(db, shopId, 'wake', now, 10)).toMatchObject({ beyondLimit: 2, tasks: [] });
});

test('with too little seen nobody is listed to wake, and it is said', async () => {
  const { db, shopId, names } = await openShop();
  const coverage = (await db.coverage.get(shopId))!;
  const today = dayOf(now);
  await db.coverage.put({
    ...coverage,
    spans: [
      [today - 46, today - 45],
      [today, today],
    ],
    claims: [],
  });
  expect((await readJobCounts(db, shopId, now)).wake).toMatchObject({ due: 0, lowCoverage: { needed: 0.4 } });
  expect(await names('wake')).toEqual([]);
  expect(await names('calm')).toEqual(['waiting']);
});
