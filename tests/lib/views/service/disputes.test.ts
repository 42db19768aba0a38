import { describe, expect, test } from 'vitest';
import type { OfferOutcome } from '../../../../lib/model/work-order-event.ts';
import { undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { takeCosts } from '../../../../lib/pipeline/take-costs.ts';
import { noteWorkOrder, openWorkOrder, recordServiceSettings } from '../../../../lib/pipeline/record-work-order.ts';
import { readDisputes } from '../../../../lib/views/service/disputes.ts';
import { readOpenOrders } from '../../../../lib/views/service/open-orders.ts';
import { readServiceDesk } from '../../../../lib/views/service/service-desk.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { makeOrder, PLACED_AT, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const NOW = PLACED_AT + 10 * 86_400_000;
const order = makeOrder({ orderId: '3400000000000001', buyer: stable('wd_sunshine') });

async function openShop(cases: Parameters<typeof makeAfterSale>[0][]) {
  const { db, ids, takeIn } = await openPipeline();
  const { state } = await takeIn(makeReport([order]));
  await takeIn(makeReport([], { page: 'after-sale-list', afterSales: cases.map((each) => makeAfterSale(each)) }));
  const shopId = state.shopId!;
  const customerId = (await ids.of(shopId, stable('wd_sunshine')))!;
  return { db, shopId, customerId, disputes: () => readDisputes(db, customerId, NOW) };
}

describe('what a customer disputes', () => {
  test('is each case that waits, decided by what it asks for and by the buyer’s past', async () => {
    const { disputes } = await openShop([
      { caseId: '1000000001', refundFen: 1_290, reason: '少件/漏发' },
      { caseId: '1000000002', status: 'refunded', refundFen: 500 },
    ]);
    const [one, ...rest] = await disputes();
    expect(rest).toEqual([]);
    expect([one!.decision.level.id, one!.labelId, one!.decision.smallClaims]).toEqual(['instant', 'missing', 1]);
  });

  test('of a reason that is the buyer’s own wish has no label, and unsafe food goes to the manager', async () => {
    const { disputes } = await openShop([
      { caseId: '1000000001', reason: '七天无理由', appliedAt: PLACED_AT + 1 },
      { caseId: '1000000002', reason: '食品过期/变质', appliedAt: PLACED_AT + 2 },
    ]);
    const [wish, food] = await disputes();
    expect([wish!.labelId, wish!.decision.level.id, wish!.decision.toManager]).toEqual([null, 'ownWish', null]);
    expect(food!.decision.toManager?.id).toBe('unsafeFood');
  });

  test.each(['换货', '维修'])('that asks for %s is no change of mind, whatever the reason', async (type) => {
    const { disputes } = await openShop([{ caseId: '1000000001', type, reason: '多拍/拍错', refundFen: 5_000 }]);
    expect((await disputes())[0]!.decision.level.id).toBe('standard');
  });

  test('is settled without the goods where the buyer has not got them, and a lack of stock is no wish', async () => {
    const { disputes } = await openShop([
      { caseId: '1000000001', type: '未收货退款', reason: '不喜欢/不想要', refundFen: 59_800 },
      { caseId: '1000000002', type: '未收货退款', reason: '缺货', refundFen: 5_000 },
    ]);
    const decided = (await disputes()).map(({ decision: { level, remedies } }) => [
      level.id,
      ...remedies.map(({ remedy }) => remedy.id),
    ]);
    expect(decided).toEqual([
      ['ownWish', 'stopAndRefund'],
      ['standard', 'resend', 'refundOnly'],
    ]);
  });

  test('is one matter with the work order of the same case, whose words count first', async () => {
    const { db, shopId, customerId, disputes } = await openShop([{ caseId: '1000000001', refundFen: 1_290 }]);
    const workOrder = makeNewWorkOrder({
      workOrderId: 'w1',
      shopId,
      customerId,
      caseId: '1000000001',
      labelId: 'flaw',
      amountFen: 12_000,
    });
    await openWorkOrder(db, workOrder, NOW - 2_000);
    await noteWorkOrder(db, { kind: 'workOrderNoted', workOrderId: 'w1', text: '客户说手被划伤' }, NOW - 1_000);
    const found = await disputes();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ workOrderId: 'w1', amountFen: 12_000, labelId: 'flaw' });
    expect([found[0]!.decision.level.id, found[0]!.decision.toManager?.id]).toEqual(['negotiate', 'injury']);
  });

  test('is an open work order of its own, as long as it is no mere question', async () => {
    const { db, shopId, customerId, disputes } = await openShop([]);
    const open = (workOrderId: string, labelId: string | null) =>
      openWorkOrder(db, makeNewWorkOrder({ workOrderId, shopId, customerId, labelId }), NOW - 1_000);
    await open('w1', 'late');
    await open('w2', 'question');
    expect((await disputes()).map(({ id }) => id)).toEqual(['w1']);
  });

  test('is weighed by what the shop says goods, parcels and limits are', async () => {
    const { db, shopId, disputes } = await openShop([{ caseId: '1000000001', refundFen: 5_000, reason: '商品破损' }]);
    const remedy = async () => (await disputes())[0]!.decision.remedies.find((each) => each.remedy.id === 'resend')!;
    expect((await remedy()).costFen).toBeNull();
    const [item] = order.items;
    const costs = [{ skuId: item!.skuId, title: item!.title, costFen: 2_100 }];
    await takeCosts(db, { listId: 'one', shopId, fileName: '成本.csv', costs }, NOW);
    const authorityFen = { staff: 5_000, manager: 50_000 };
    const settings = { authorityFen, freightFen: { out: 600, back: 800 }, kpiTargets: {} };
    await recordServiceSettings(db, { shopId, settings }, NOW);
    expect((await remedy()).costFen).toBe(2_100 * item!.quantity + 600);
    expect((await disputes())[0]!.decision.mayAgree).toBe('staff');
  });

  test('remembers what became of each step of the negotiation', async () => {
    const { db, shopId, customerId, disputes } = await openShop([{ caseId: '1000000001', refundFen: 25_000 }]);
    const workOrder = makeNewWorkOrder({ workOrderId: 'w1', shopId, customerId, caseId: '1000000001' });
    await openWorkOrder(db, workOrder, NOW - 9_000);
    const offer = (stepId: string, outcome: OfferOutcome, at: number) =>
      noteWorkOrder(db, { kind: 'workOrderOffered', workOrderId: 'w1', stepId, outcome }, at);
    await offer('first', 'offered', NOW - 5_000);
    await offer('first', 'refused', NOW - 4_000);
    const undone = await offer('second', 'offered', NOW - 3_000);
    await undoEvent(db, undone, NOW - 2_000);
    expect([...(await disputes())[0]!.offers]).toEqual([['first', { outcome: 'refused', at: NOW - 4_000 }]]);
  });
});

test('a work order about an order of a mask is theirs as soon as the order is', async () => {
  const { db, ids, takeIn } = await openPipeline();
  const masked = makeOrder({ orderId: '3400000000000009', buyer: { display: 'w**', key: null, quality: 'masked' } });
  const { state } = await takeIn(makeReport([masked]));
  const shopId = state.shopId!;
  const about = { shopId, customerId: null, orderId: masked.orderId, amountFen: 1_290 };
  await openWorkOrder(db, makeNewWorkOrder({ workOrderId: 'w1', from: 'order', labelId: 'missing', ...about }), NOW);
  await takeIn(makeReport([{ ...masked, buyer: stable('wd_sunshine') }]));
  const customerId = (await ids.of(shopId, stable('wd_sunshine')))!;
  expect(await readDisputes(db, customerId, NOW)).toMatchObject([{ workOrderId: 'w1', amountFen: 1_290 }]);
  expect((await readServiceDesk(db, NOW)).workOrders).toMatchObject([{ order: { customerId } }]);
  expect((await readOpenOrders(db, NOW)).get(customerId)).toMatchObject({ open: 1 });
});
