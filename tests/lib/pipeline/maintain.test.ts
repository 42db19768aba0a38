import { describe, expect, test } from 'vitest';
import { maintain } from '../../../lib/pipeline/maintain.ts';
import { PLACED_AT, makeOrders } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { readColumns } from '../../support/read-columns.ts';
import { afterDeathOf } from '../../support/test-database.ts';

const now = PLACED_AT + 3_600_000;

describe('the work between pages', () => {
  test('brings everything derived up to date: columns, yardstick, models', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport(makeOrders(3)));
    await maintain(db, now);
    expect(await db.dirtyLists.count()).toBe(0);
    expect(await readColumns(db)).toHaveLength(3);
    expect(await db.benchmarks.toArray()).toMatchObject([{ customers: 3, computedAt: now }]);
    expect(await db.shopModels.toArray()).toMatchObject([{ fittedAt: now, model: { level: 0 } }]);
    expect(await db.jobs.count()).toBe(0);
  });

  test('makes a yardstick anew when it is ten minutes old', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport(makeOrders(3)));
    await maintain(db, now);
    const computedAt = async () => (await db.benchmarks.toArray())[0]!.computedAt;
    await maintain(db, now + 9 * 60_000);
    expect(await computedAt()).toBe(now);
    await maintain(db, now + 10 * 60_000);
    expect(await computedAt()).toBe(now + 10 * 60_000);
  });

  test('builds damaged columns anew without being asked', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport(makeOrders(3)));
    await maintain(db, now);
    const before = await readColumns(db);
    await db.columns.toCollection().modify({ bytes: new ArrayBuffer(64) });
    await db.patchLists.clear();
    await db.patchLists.add({ shopId: before[0]!.shopId, customers: 1, bytes: new ArrayBuffer(3) });
    const reopened = afterDeathOf(db);
    await reopened.meta.put({ name: 'columnsPatched', value: 99 });
    await maintain(reopened, now + 3_600_000);
    expect(await readColumns(reopened)).toEqual(before);
  });

  test('can be done twice at once', async () => {
    const { db, ingest } = await openPipeline();
    await ingest(makeReport(makeOrders(30)));
    await Promise.all([maintain(db, now), maintain(db, now)]);
    expect(await readColumns(db)).toHaveLength(30);
  });
});
