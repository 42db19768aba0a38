import { expect, test } from 'vitest';
import { openWorkOrder } from '../../../../lib/pipeline/record-work-order.ts';
import { readMonthTroubles } from '../../../../lib/views/service/month-troubles.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { makeItem, makeOrder, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const at = (text: string) => Date.parse(`${text}T10:00:00+08:00`);
const [from, to] = [Date.parse('2026-08-01T00:00:00+08:00'), Date.parse('2026-09-01T00:00:00+08:00')];

test('a month has its work orders and the cases without one, each matter once, with the articles it was about', async () => {
  const { db, ids, takeIn } = await openPipeline();
  const orders = ['3400000000000001', '3400000000000002'].map((orderId) =>
    makeOrder({ orderId, buyer: stable('wd_sunshine'), items: [makeItem({ title: '青釉杯' })], carrier: '中通快递' }),
  );
  const { state } = await takeIn(makeReport(orders));
  const shopId = state.shopId!;
  const customerId = (await ids.of(shopId, stable('wd_sunshine')))!;
  const cases = [
    makeAfterSale({
      caseId: '1000000001',
      orderId: '3400000000000001',
      appliedAt: at('2026-08-02'),
      reason: '商品破损',
    }),
    makeAfterSale({
      caseId: '1000000002',
      orderId: '3400000000000002',
      appliedAt: at('2026-08-03'),
      reason: '不想要了',
    }),
    makeAfterSale({
      caseId: '1000000003',
      orderId: '3400000000000002',
      appliedAt: at('2026-07-31'),
      reason: '商品破损',
    }),
    makeAfterSale({
      caseId: '1000000004',
      orderId: '3400000000000002',
      appliedAt: at('2026-08-04'),
      reason: '质量问题',
    }),
  ];
  await takeIn(makeReport([], { page: 'after-sale-list', afterSales: cases }));
  const workOrder = { shopId, customerId, labelId: 'damaged', amountFen: 3_000 };
  const ofCase = { ...workOrder, workOrderId: 'w1', caseId: '1000000004', orderId: '3400000000000002' };
  await openWorkOrder(db, makeNewWorkOrder(ofCase), at('2026-08-05'));
  await openWorkOrder(db, makeNewWorkOrder({ ...workOrder, workOrderId: 'w2' }), at('2026-09-01'));

  const found = await readMonthTroubles(db, shopId, from, to);
  expect([found.workOrders, found.cases, found.told, found.wishes, found.unknown]).toEqual([1, 2, 2, 1, 0]);
  expect(found.labels.map(({ id, count, amountFen }) => [id, count, amountFen])).toEqual([['damaged', 2, 8_000]]);
  const carriers = [{ id: 'zto', count: 2 }];
  expect(found.hotSpots).toEqual([
    { article: '青釉杯', labelId: 'damaged', count: 2, carriers, customerIds: [customerId] },
  ]);
  expect([found.recovery.people, found.recovery.cameBack]).toEqual([1, 1]);
  expect(found.earlyWarnings).toEqual([]);
  expect(found.customers.get(customerId)?.display).toBe('wd_sunshine');
});
