import { describe, expect, test } from 'vitest';
import { Dexie } from 'dexie';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { pageReportSchema } from '../../../../lib/model/capture.ts';
import { seenOrderSchema } from '../../../../lib/model/order.ts';
import { openSample, removeSample } from '../../../../lib/pipeline/sample/open-sample.ts';
import { sampleReports } from '../../../../lib/pipeline/sample/sample-reports.ts';
import { sampleShop } from '../../../../lib/rules/sample.ts';
import { readJobCounts } from '../../../../lib/views/actions/day-list.ts';
import { readInsight, readShops } from '../../../../lib/views/shops/insight-view.ts';
import { openTestDatabase, watchWrites } from '../../../support/test-database.ts';

const now = Date.parse('2026-11-30T10:00:00+08:00');
const people = sampleShop.kinds.reduce((sum, kind) => sum + kind.people, 0);
const orders = sampleShop.kinds.reduce((sum, kind) => sum + kind.people * kind.orders, 0);

describe('the sample shop', () => {
  test('is reported like any shop, each order and buyer once', () => {
    const reports = sampleReports(sampleShop, now);
    for (const report of reports) expect(pageReportSchema.parse(report)).toBeTruthy();
    const ids = reports.flatMap(({ page, orderIds }) => (page === 'order-list' ? orderIds : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(orders);
  });

  test('is known as a sample at sight: every account and every article says so', () => {
    const all = sampleReports(sampleShop, now).flatMap((report) =>
      report.orders.map((order) => seenOrderSchema.parse(order)),
    );
    expect(all.every(({ buyer }) => buyer.display?.startsWith('示例'))).toBe(true);
    expect(all.every(({ items }) => items.every(({ title }) => title.startsWith('示例')))).toBe(true);
  });

  test('gives every job of the day somebody, whatever day it is', async () => {
    for (const at of [now, now + 47 * DAY_MS]) {
      const db = openTestDatabase();
      await openSample(db, sampleShop, at);
      const [shop] = await readShops(db);
      const counts = await readJobCounts(db, shop!.shopId, at, new Map());
      expect(counts.calm.due).toBeGreaterThan(0);
      expect(counts.wake.due).toBeGreaterThan(3);
      expect(counts.thank.due).toBeGreaterThan(3);
      expect((await readInsight(db, shop!.shopId, at)).measures.size).toBe(people);
    }
  });

  test('is kept for the day on which it was opened, with what was done in it', async () => {
    const db = openTestDatabase();
    await openSample(db, sampleShop, now);
    await db.meta.put({ name: 'device', value: 'kept' });
    const writes = watchWrites(db);
    await openSample(db, sampleShop, now + 3_600_000);
    expect(writes).toEqual([]);
    await openSample(db, sampleShop, now + DAY_MS);
    expect(await db.orders.count()).toBe(orders);
  });

  test('goes without a trace', async () => {
    const db = openTestDatabase();
    await openSample(db, sampleShop, now);
    expect(await Dexie.exists(db.name)).toBe(true);
    await removeSample(db);
    expect(await Dexie.exists(db.name)).toBe(false);
  });
});
