import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../lib/model/shanghai-time.ts';
import { PLACED_AT, makeOrders, masked, stable } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

const day = dayOf(PLACED_AT);

describe('what was seen of a shop', () => {
  test('are the days between the oldest and the newest order of a list, and the day of looking', async () => {
    const { db, ingest } = await openPipeline();
    const orders = makeOrders(3, (index) => ({ placedAt: PLACED_AT - index * 4 * DAY_MS }));
    await ingest(makeReport(orders, { observedAt: PLACED_AT + 2 * DAY_MS }));
    expect(await db.coverage.toArray()).toMatchObject([{ spans: [[day - 8, day]], asOfDay: day + 2 }]);

    const older = makeOrders(2, (index) => ({
      orderId: `35555555${index}`,
      placedAt: PLACED_AT - (30 + index) * DAY_MS,
    }));
    await ingest(makeReport(older, { observedAt: PLACED_AT + DAY_MS }));
    expect(await db.coverage.toArray()).toMatchObject([
      {
        spans: [
          [day - 31, day - 30],
          [day - 8, day],
        ],
        asOfDay: day + 2,
      },
    ]);
  });

  test.each(['chat', 'order-detail'] as const)('are no days where no list was open, but a page %s', async (page) => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport(makeOrders(1), { page }));
    expect(await db.orders.count()).toBe(1);
    expect(await db.coverage.count()).toBe(0);
  });

  test('counts masked orders once, and no more when their buyer becomes known', async () => {
    const { db, ingest } = await openPipeline();
    const count = async () => (await db.coverage.toArray())[0]!.maskedOrders;
    const orders = makeOrders(3, () => ({ buyer: masked }));
    await ingest(makeReport(orders));
    await ingest(makeReport(orders));
    expect(await count()).toBe(3);
    await ingest(makeReport([{ ...orders[0]!, buyer: stable('now_known') }], { observedAt: PLACED_AT + 2 * DAY_MS }));
    expect(await count()).toBe(2);
  });
});
