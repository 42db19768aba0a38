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
    expect(await db.coverage.toArray()).toMatchObject([{ spans: [], asOfDay: 0 }]);
  });

  test('counts orders by their day, once, and once more on no later sight', async () => {
    const { db, ingest } = await openPipeline();
    const orders = makeOrders(3, (index) => ({ placedAt: PLACED_AT - (index === 2 ? DAY_MS : 0) }));
    for (const status of ['paid', 'shipped'] as const) {
      await ingest(makeReport(orders.map((order) => ({ ...order, status }))));
      expect((await db.coverage.toArray())[0]!.ordersByDay).toEqual({ [day]: 2, [day - 1]: 1 });
    }
  });

  const totals = { total: 60, page: 2, pageSize: 3, filter: 'all' as const, days: null, lastDays: null };

  test('keeps what the console says of all orders, from whole pages alone', async () => {
    const { db, ingest } = await openPipeline();
    const orders = makeOrders(3, (index) => ({ placedAt: PLACED_AT - index * DAY_MS }));
    await ingest(makeReport(orders.slice(0, 1), { totals, health: { rows: 3, read: 3 } }));
    expect((await db.coverage.toArray())[0]!.claims).toEqual([]);
    await ingest(makeReport(orders, { totals }));
    expect(await db.coverage.toArray()).toMatchObject([
      {
        claims: [{ days: [day - 1, day], orders: 5, seenDay: day }],
        list: { total: 60, pageSize: 3, pages: [[2, 2]] },
      },
    ]);
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
