/** The seventh workflow of the practice (1.L): collect, classify, owner and deadline, mend, tell those who asked, sum up the month. */
import { expect, test } from 'vitest';
import { startOfDay, dayOf, DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { noteWorkOrder, openWorkOrder, settlePromise } from '../../../lib/pipeline/record-work-order.ts';
import { readMonthPromises } from '../../../lib/views/service/month-promises.ts';
import { readMonthTroubles } from '../../../lib/views/service/month-troubles.ts';
import { pressingOrders, readServiceDesk } from '../../../lib/views/service/service-desk.ts';
import { makeItem, makeOrder, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { makeNewWorkOrder } from '../../support/make-work-order.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const HOUR = 3_600_000;
const FIRST = dayOf(Date.parse('2026-08-01T12:00:00+08:00'));
const MONTH = [startOfDay(FIRST), startOfDay(FIRST + 31)] as const;
/** The fake clock: so many days and hours into August. */
const at = (day: number, hour: number) => startOfDay(FIRST + day) + hour * HOUR;

test('7: complaints of one article become a cause with an owner and a deadline; those who asked are told, and the month sums it up', async () => {
  const { db, takeIn } = await openPipeline();
  const cup = makeItem({ title: '青釉杯' });
  const bought = ['anna', 'bella', 'celia'].map((name, index) =>
    makeOrder({ orderId: `340000000000000${index}`, buyer: stable(`buyer_${name}`), items: [cup], placedAt: at(0, 9) }),
  );
  const { state } = await takeIn(makeReport(bought, { observedAt: at(0, 10) }));
  const shopId = state.shopId!;
  const buyers = new Map(state.buyers.map(({ customerId, orderIds }) => [orderIds[0]!, customerId!]));

  // Collect and classify: two of the three complain that the cup came broken.
  for (const [index, { orderId }] of bought.slice(0, 2).entries()) {
    const about = { workOrderId: `w${index}`, shopId, customerId: buyers.get(orderId)!, orderId };
    await openWorkOrder(db, makeNewWorkOrder({ ...about, from: 'order' }), at(2 + index, 10));
    await noteWorkOrder(
      db,
      { kind: 'workOrderLabelled', workOrderId: `w${index}`, labelId: 'damaged' },
      at(2 + index, 10),
    );
  }
  const troubles = () => readMonthTroubles(db, shopId, ...MONTH);
  const [spot, ...others] = (await troubles()).hotSpots;
  expect(others).toEqual([]);
  expect(spot).toMatchObject({ article: '青釉杯', labelId: 'damaged', count: 2 });
  expect(new Set(spot!.customerIds)).toEqual(new Set(bought.slice(0, 2).map(({ orderId }) => buyers.get(orderId))));

  // An owner and a deadline; when it passes, it presses.
  let promiseId = '';
  for (const workOrderId of ['w0', 'w1']) {
    await noteWorkOrder(db, { kind: 'workOrderAssigned', workOrderId, owner: '小李' }, at(3, 11));
    await noteWorkOrder(db, { kind: 'workOrderStepped', workOrderId, stepId: 'replied', dueAt: null }, at(3, 11));
    promiseId = await noteWorkOrder(
      db,
      { kind: 'workOrderStepped', workOrderId, stepId: 'otherAction', dueAt: at(5, 18) },
      at(3, 11),
    );
  }
  const pressingAt = async (now: number) =>
    pressingOrders(await readServiceDesk(db, now), now)
      .map(({ order }) => order.id)
      .toSorted();
  expect(await pressingAt(at(5, 19))).toEqual(['w0', 'w1']);

  // Mended: one promise was kept. Nothing is closed before the customer was told.
  await settlePromise(db, { promiseId, outcome: 'kept' }, at(5, 20));
  await expect(noteWorkOrder(db, { kind: 'workOrderClosed', workOrderId: 'w0' }, at(6, 9))).rejects.toThrow(/told/);
  for (const workOrderId of ['w0', 'w1'])
    for (const kind of ['workOrderTold', 'workOrderClosed'] as const)
      await noteWorkOrder(db, { kind, workOrderId }, at(6, 10));
  expect(await pressingAt(at(7, 10))).toEqual([]);

  // The month: what troubled, with whom, and what became of the promises.
  expect(await troubles()).toMatchObject({ told: 2, workOrders: 2, unknown: 0 });
  expect(await readMonthPromises(db, shopId, ...MONTH)).toEqual({ due: 2, kept: 1, broken: 0, untold: 1 });
  expect(await readMonthPromises(db, shopId, MONTH[1], MONTH[1] + 31 * DAY_MS)).toMatchObject({ due: 0 });
});
