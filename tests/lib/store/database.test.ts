import { expect, test } from 'vitest';
import { makeOrder } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { afterDeathOf, openTestDatabase, watchWrites } from '../../support/test-database.ts';

test('the tables are the sources, the derived ones and the bookkeeping, and nothing else', async () => {
  const db = openTestDatabase();
  await db.open();
  expect(db.verno).toBe(1);
  expect(db.tables.map(({ name }) => name).toSorted()).toEqual([
    'benchmarks',
    'captures',
    'customers',
    'dirty',
    'events',
    'meta',
    'orders',
    'profiles',
    'shops',
  ]);
});

test('what was acknowledged is there after a death', async () => {
  const { db, ingest } = await openPipeline();
  await ingest(makeReport([makeOrder()]));
  const reopened = afterDeathOf(db);
  expect(await reopened.orders.toArray()).toMatchObject([{ id: 'jd:3090112233448831' }]);
  expect(await reopened.dirty.count()).toBe(1);
});

test('an order of a masked buyer is in the table and not in the index of customers', async () => {
  const { db, ingest } = await openPipeline();
  await ingest(makeReport([makeOrder({ buyer: { display: '张**', key: null, quality: 'masked' } })]));
  expect(await db.orders.count()).toBe(1);
  expect(await db.orders.orderBy('customerId').count()).toBe(0);
});

test('derived tables can be thrown away: nothing but orders and events is needed to make them again', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(makeReport([makeOrder()]));
  const before = await db.profiles.toArray();
  await db.profiles.clear();
  await db.benchmarks.clear();
  await db.dirty.bulkPut(before.map(({ customerId, shopId }) => ({ customerId, shopId })));
  const writes = watchWrites(db);
  await takeIn(makeReport([makeOrder()]));
  expect(await db.profiles.toArray()).toEqual(before);
  expect(writes.filter((table) => table === 'orders')).toEqual([]);
});
