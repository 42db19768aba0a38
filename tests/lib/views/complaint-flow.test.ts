/** The third workflow of the practice (1.L): first reply, label, owner, act, tell, close; by the amount refunded at once or negotiated; the month. */
import { expect, test } from 'vitest';
import type { WorkOrderDeed } from '../../../lib/model/work-order-event.ts';
import { DAY_MS, dayOf, startOfDay } from '../../../lib/model/shanghai-time.ts';
import { noteWorkOrder, openWorkOrder } from '../../../lib/pipeline/record-work-order.ts';
import { clockState } from '../../../lib/service/clocks.ts';
import { readDisputes } from '../../../lib/views/service/disputes.ts';
import { readMonthTroubles } from '../../../lib/views/service/month-troubles.ts';
import { countPressing, readServiceDesk } from '../../../lib/views/service/service-desk.ts';
import { makeItem, makeOrder, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { makeNewWorkOrder } from '../../support/make-work-order.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const MORNING = Date.parse('2026-08-06T10:00:00+08:00');
/** The fake clock: so many minutes after the complaint came. */
const after = (minutes: number) => MORNING + minutes * 60_000;
const MONTH = [
  startOfDay(dayOf(Date.parse('2026-08-01T12:00:00+08:00'))),
  Date.parse('2026-09-01T00:00:00+08:00'),
] as const;

async function openShop() {
  const { db, ids, takeIn } = await openPipeline();
  const order = makeOrder({
    orderId: '3400000000000001',
    buyer: stable('wd_sunshine'),
    items: [makeItem({ title: '青釉杯' })],
    carrier: '中通快递',
    placedAt: MORNING - 5 * DAY_MS,
  });
  const { state } = await takeIn(makeReport([order], { observedAt: MORNING - 4 * DAY_MS }));
  const shopId = state.shopId!;
  const customerId = (await ids.of(shopId, stable('wd_sunshine')))!;
  const open = async (workOrderId: string, amountFen: number) =>
    await openWorkOrder(
      db,
      makeNewWorkOrder({ workOrderId, shopId, customerId, orderId: order.orderId, amountFen }),
      after(0),
    );
  const note = async (deed: WorkOrderDeed, minutes: number) => await noteWorkOrder(db, deed, after(minutes));
  const viewAt = async (minutes: number) => {
    const desk = await readServiceDesk(db, after(minutes));
    const [view] = desk.workOrders;
    const clocks = view!.clocks.map((clock) => clockState(clock, after(minutes)));
    return { state: view!.state, clocks, pressing: countPressing(desk, after(minutes)) };
  };
  return { db, shopId, customerId, open, note, viewAt };
}

test('3: a complaint of 12 yuan is answered within the hour, refunded at once, told, closed, and counted in its month', async () => {
  const { db, shopId, customerId, open, note, viewAt } = await openShop();
  await open('w1', 1_200);
  const w1 = { workOrderId: 'w1' };
  await note({ kind: 'workOrderLabelled', ...w1, labelId: 'damaged' }, 1);
  await note({ kind: 'workOrderAssigned', ...w1, owner: '小李' }, 2);
  expect((await viewAt(20)).pressing).toBe(0);
  expect((await viewAt(40)).pressing).toBe(1);

  // The first reply, and with it the quick decision.
  await note({ kind: 'workOrderStepped', ...w1, stepId: 'replied', dueAt: null }, 45);
  const answered = await viewAt(46);
  expect(answered.clocks).toContain('met');
  expect(answered.pressing).toBe(0);
  const [dispute] = await readDisputes(db, customerId, after(46));
  expect(dispute!.decision.level.id).toBe('instant');

  // Acted on within the day; closed only after the customer was told.
  await note({ kind: 'workOrderStepped', ...w1, stepId: 'refund', dueAt: null }, 90);
  await expect(note({ kind: 'workOrderClosed', ...w1 }, 95)).rejects.toThrow(/told/);
  await note({ kind: 'workOrderTold', ...w1 }, 100);
  await note({ kind: 'workOrderClosed', ...w1 }, 101);
  const closed = await viewAt(48 * 60);
  expect([...new Set(closed.clocks)]).toEqual(['met']);
  expect(closed.pressing).toBe(0);

  // The month names the article and who carried it, so that both can be asked.
  const month = await readMonthTroubles(db, shopId, ...MONTH);
  expect(month.labels).toMatchObject([{ id: 'damaged', count: 1, amountFen: 1_200 }]);
  expect(month.carriers).toMatchObject([{ id: 'zto', count: 1, reasons: [{ id: 'damaged', count: 1 }] }]);
});

test('3: one of 260 yuan is negotiated, and what is not answered in time presses until it is', async () => {
  const { db, customerId, open, note, viewAt } = await openShop();
  await open('w1', 26_000);
  await note({ kind: 'workOrderLabelled', workOrderId: 'w1', labelId: 'damaged' }, 1);
  const [dispute] = await readDisputes(db, customerId, after(2));
  expect(dispute!.decision.level.id).toBe('negotiate');
  const late = await viewAt(61);
  expect([late.state, late.pressing]).toEqual(['late', 1]);
  await note({ kind: 'workOrderStepped', workOrderId: 'w1', stepId: 'replied', dueAt: null }, 70);
  const answered = await viewAt(71);
  expect(answered.clocks).toContain('missed');
  expect(answered.pressing).toBe(0);
  // Half of the day in which something is to be done.
  expect((await viewAt(13 * 60)).pressing).toBe(1);
});
