import { expect, test, vi } from 'vitest';
import type { Order } from '../../../../lib/model/order.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { openStages, readStageInQuestion } from '../../../../lib/views/customers/stage-in-question.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { PLACED_AT, makeOrders, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

/** @param statuses of the customer's orders, the newest first */
async function stageOf(statuses: readonly Order['status'][], isDisputed = false) {
  const { db, ids, takeIn } = await openPipeline();
  const buyer = stable('wd_sunshine');
  const orders = makeOrders(statuses.length, (index) => ({
    buyer,
    status: statuses[index]!,
    placedAt: PLACED_AT - index * DAY_MS,
  }));
  const afterSales = isDisputed ? [makeAfterSale({ orderId: orders[0]!.orderId, status: 'open' })] : [];
  const { state } = await takeIn(makeReport(orders, { observedAt: PLACED_AT + DAY_MS, afterSales }));
  return await readStageInQuestion(db, (await ids.of(state.shopId!, buyer))!);
}

test.each<[statuses: Order['status'][], stage: string | null]>([
  [['paid'], 'paid'],
  [['cancelled', 'completed'], 'cancelled'],
  [['completed', 'cancelled'], 'signed'],
  // What is on its way is spoken of, not what is over.
  [['completed', 'shipped'], 'shipped'],
  [['shipped', 'shipped'], 'shipped'],
  [['paid', 'shipped'], null],
  [['onHold'], null],
  [['completed', 'unknown'], null],
])('of orders that are %j the stage is %s', async (statuses, stage) => {
  expect(await stageOf(statuses)).toBe(stage);
});

test('an open case comes before the status', async () => expect(await stageOf(['completed'], true)).toBe('afterSale'));

test('a customer of whom no order was seen has no stage', async () => {
  const { db } = await openPipeline();
  expect(await readStageInQuestion(db, 'nobody')).toBeNull();
});

test('asked again the orders are read once, until something is written', async () => {
  const { db, ids, takeIn } = await openPipeline();
  const buyer = stable('wd_sunshine');
  const orders = makeOrders(3, (index) => ({ buyer, status: index === 0 ? 'paid' : 'completed' }));
  const observedAt = PLACED_AT + DAY_MS;
  const { state } = await takeIn(makeReport(orders, { observedAt }));
  const customerId = (await ids.of(state.shopId!, buyer))!;
  const stages = openStages(db);
  const reads = vi.spyOn(db.orders, 'where');

  expect([await stages.of(customerId), await stages.of(customerId)]).toEqual(['paid', 'paid']);
  expect(reads).toHaveBeenCalledTimes(1);

  await takeIn(makeReport([{ ...orders[0]!, status: 'shipped' }], { observedAt: observedAt + 1 }));
  expect(await stages.of(customerId)).toBe('shipped');
  expect(await stages.of('somebody else')).toBeNull();
});
