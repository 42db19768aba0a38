import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { maintain } from '../../../lib/pipeline/maintain.ts';
import { makeOrder, PLACED_AT } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { readColumns } from '../../support/read-columns.ts';
import { afterDeathOf, openTestDatabase, watchWrites } from '../../support/test-database.ts';

test('the tables are the sources, the derived ones and the bookkeeping, and nothing else', async () => {
  const db = openTestDatabase();
  await db.open();
  expect(db.verno).toBe(6);
  expect(db.tables.map(({ name }) => name).toSorted()).toEqual([
    'afterSales',
    'answers',
    'articlePairs',
    'audit',
    'benchmarks',
    'captures',
    'columns',
    'costLists',
    'counters',
    'coupons',
    'coverage',
    'customers',
    'dirtyLists',
    'events',
    'forgotten',
    'jobs',
    'linkedParties',
    'links',
    'members',
    'mendedTroubles',
    'meta',
    'nameCounts',
    'namePacks',
    'orders',
    'patchLists',
    'reviews',
    'shopModels',
    'shops',
    'tellings',
    'undoSteps',
    'waits',
  ]);
});

test('what was acknowledged is there after a death', async () => {
  const { db, ingest } = await openPipeline();
  await ingest(makeReport([makeOrder()]));
  const reopened = afterDeathOf(db);
  expect(await reopened.orders.toArray()).toMatchObject([{ id: 'jd:3090112233448831' }]);
  expect(await reopened.dirtyLists.count()).toBe(1);
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
  const before = await readColumns(db);
  expect(before).toHaveLength(1);
  for (const table of [db.columns, db.patchLists, db.benchmarks, db.articlePairs, db.shopModels]) await table.clear();
  await db.meta.delete('columnsVersion');
  const writes = watchWrites(db);
  await maintain(db, Date.now());
  expect(await readColumns(db)).toEqual(before);
  expect(await db.benchmarks.count()).toBe(1);
  expect(await db.articlePairs.count()).toBe(1);
  expect(writes.filter((table) => table === 'orders')).toEqual([]);
});

test('a store of the first version keeps its orders, and its columns are made from them', async () => {
  const name = `liuke-test-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(1).stores({
    orders: 'id, customerId, shopId, reversedId',
    customers: 'customerId, shopId, searchName, nickId',
    shops: 'shopId, platform, *hints',
    captures: 'id, shopId',
    events: 'id, customerId, logicalTime',
    profiles: 'customerId, shopId',
    benchmarks: 'shopId',
    dirty: 'customerId',
    meta: 'name',
  });
  const { db: source, takeIn } = await openPipeline();
  await takeIn(makeReport([makeOrder()]));
  for (const table of ['orders', 'customers', 'shops', 'captures'])
    await old.table(table).bulkAdd(await source.table(table).toArray());
  await old.table('benchmarks').add({ shopId: 'jd-old', customers: 1 });
  await old.table('profiles').add({ customerId: '0'.repeat(32), shopId: 'jd-old', version: 1 });
  old.close();

  const db = openTestDatabase(name);
  await maintain(db, Date.now());
  expect(await db.orders.count()).toBe(1);
  expect(await db.coverage.toArray()).toMatchObject([
    { ordersByDay: { [dayOf(PLACED_AT)]: 1 }, claims: [], list: null },
  ]);
  expect((await db.benchmarks.toArray()).map(({ shopId }) => shopId)).not.toContain('jd-old');
  expect(await readColumns(db)).toEqual(await readColumns(source));
});
