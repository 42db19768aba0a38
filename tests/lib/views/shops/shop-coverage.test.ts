import { expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../../lib/model/shanghai-time.ts';
import { readShopContext } from '../../../../lib/views/shops/shop-context.ts';
import { readShopCoverage } from '../../../../lib/views/shops/shop-coverage.ts';
import { makeOrders, PLACED_AT } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const day = dayOf(PLACED_AT);
const rows = (from: number, count: number) =>
  makeOrders(count, (index) => ({
    orderId: String(3_090_000_000_000_001 + from + index),
    placedAt: PLACED_AT - (from + index) * DAY_MS,
  }));
const ofAll = { total: 40, pageSize: 4, filter: 'all' as const, days: null, lastDays: null };
const totals = (page: number) => ({ ...ofAll, page });

test('pages of a list that were not opened are said by their numbers, and lower the coverage of all figures', async () => {
  const { db, ingest } = await openPipeline();
  await ingest(makeReport(rows(0, 4), { totals: totals(1) }));
  await ingest(makeReport(rows(16, 4), { totals: totals(5) }));
  const { shopId } = (await db.shops.toArray())[0]!;
  const { coverage, advice } = await readShopCoverage(db, shopId, PLACED_AT);
  expect(coverage.startDay).toBe(day - 19);
  // Seven of the nineteen newest orders, and of the oldest day the one that was seen.
  expect(coverage.share).toBeCloseTo(((7 / 19) * 19 + 1) / 20, 10);
  expect(advice[0]).toMatchObject({ month: null, pages: [6, 10], orders: 20 });
  expect(advice[1]).toMatchObject({ pages: [2, 4] });
  expect((await readShopContext(db, shopId, PLACED_AT)).coverage).toEqual(coverage);
});
