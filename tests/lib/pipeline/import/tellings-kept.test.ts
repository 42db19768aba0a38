/** What is kept of who told what, and which work orders are put away, goes and stays with what it is about. */
import { expect, test } from 'vitest';
import { usualRetention } from '../../../../lib/model/retention.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { beginDeletingShop, resumeDeletingShops } from '../../../../lib/pipeline/forget/delete-shop.ts';
import { deleteStore } from '../../../../lib/pipeline/forget/delete-store.ts';
import { setRetention } from '../../../../lib/pipeline/forget/expire.ts';
import { forgetCustomer } from '../../../../lib/pipeline/forget/forget-customer.ts';
import { dismissImport } from '../../../../lib/pipeline/import/import-job.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { openWorkOrder } from '../../../../lib/pipeline/record-work-order.ts';
import { beginRestore, endRestore, restorePortion } from '../../../../lib/pipeline/restore.ts';
import { portionsOf, sourceTables } from '../../../../lib/store/source-tables.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { importedOrder, importWhole, makeStart, undoWhole, WRITTEN_AT } from '../../../support/make-import.ts';
import { makeOrders, PLACED_AT, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeNewWorkOrder } from '../../../support/make-work-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const NOW = WRITTEN_AT + DAY_MS;
const YEAR_MS = 365 * DAY_MS;
/** Two of one buyer, long ago; a page shows them unpaid, two files later states. */
const orders = makeOrders(6, (index) => ({
  status: 'unpaid',
  placedAt: PLACED_AT - (index < 2 ? 2 * YEAR_MS : 0),
  buyer: stable(index < 2 ? 'anna' : `buyer_${index}`),
}));
const cases = orders.map(({ orderId, placedAt }, index) =>
  makeAfterSale({ orderId, caseId: `20000${index}`, appliedAt: placedAt + DAY_MS, status: 'open' }),
);
const fileOf = (name: string, shopId: string) => ({
  shop: { shopId },
  file: { ...makeStart().file, name, fingerprint: `${name.repeat(32)}-0` },
});

/** A shop whose every order and case was told by a page and a file, a work order put away beside them. */
async function shopToldTwice() {
  const pipeline = await openPipeline();
  const { db } = pipeline;
  await pipeline.takeIn(makeReport(orders));
  await pipeline.takeIn(makeReport([], { page: 'after-sale-list', afterSales: cases }));
  const shopId = (await db.shops.toArray())[0]!.shopId;
  const later = orders.map((order) => importedOrder({ ...order, status: 'completed' }));
  const { importId } = await importWhole(db, { orders: later }, fileOf('a', shopId));
  const closed = cases.map((each) => ({ ...each, status: 'refunded' as const }));
  const ofCases = await importWhole(db, { afterSales: closed }, { ...fileOf('b', shopId), kind: 'jd-after-sales' });
  await openWorkOrder(db, makeNewWorkOrder({ workOrderId: 'w1', shopId }), NOW);
  await maintain(db, NOW);
  expect([await db.tellings.count(), await db.meta.get('workOrderShelf')]).toMatchObject([
    12,
    { name: 'workOrderShelf' },
  ]);
  return { ...pipeline, shopId, imports: [importId, ofCases.importId] };
}

const idsTold = async ({ db }: Awaited<ReturnType<typeof shopToldTwice>>) =>
  (await db.tellings.toArray()).map(({ id }) => id).toSorted();
const idsOf = (from: number) =>
  orders
    .slice(from)
    .flatMap(({ orderId }, at) => [`cases|jd:20000${at + from}`, `orders|jd:${orderId}`])
    .toSorted();

test('orders and cases that are older than they are kept take along who told of them, and no undo brings them back', async () => {
  const shop = await shopToldTwice();
  await setRetention(shop.db, { ...usualRetention, orders: 365, afterSales: 365, undoSteps: 365 }, NOW);
  await maintain(shop.db, NOW);
  expect(await idsTold(shop)).toEqual(idsOf(2));
  for (const importId of shop.imports) await undoWhole(shop.db, importId);
  expect((await shop.db.orders.toArray()).map(({ status }) => status)).toEqual(Array(4).fill('unpaid'));
  expect(await shop.db.tellings.count()).toBe(0);
});

test('who is forgotten is told of no more, and the work orders are gone through anew', async () => {
  const shop = await shopToldTwice();
  const [anna] = await shop.db.customers.where('searchName').equals('anna').toArray();
  await forgetCustomer(shop.db, shop.ids, anna!.customerId, NOW);
  expect(await idsTold(shop)).toEqual(idsOf(2));
  expect(JSON.stringify(await shop.db.tellings.toArray())).not.toContain(anna!.customerId);
  expect(await shop.db.meta.get('workOrderShelf')).toBeUndefined();
});

test('a shop that is deleted takes its own along and leaves the other’s', async () => {
  const shop = await shopToldTwice();
  const other = { id: 'orders|jd:77', shopId: 'other', orders: [], cases: [] };
  await shop.db.tellings.put(other);
  await beginDeletingShop(shop.db, shop.ids, shop.shopId, NOW);
  await resumeDeletingShops(shop.db);
  expect(await shop.db.tellings.toArray()).toEqual([other]);
  expect(await shop.db.meta.get('workOrderShelf')).toBeUndefined();
});

test('of a store that is deleted nothing is left', async () => {
  const { db } = await shopToldTwice();
  await deleteStore(db, NOW);
  expect([await db.tellings.count(), await db.meta.get('workOrderShelf')]).toEqual([0, undefined]);
});

test('it is kept as long as an import can be taken back, and no longer', async () => {
  const { db, imports } = await shopToldTwice();
  await dismissImport(db, imports[0]!);
  expect(await db.tellings.count()).toBe(12);
  await dismissImport(db, imports[1]!);
  expect(await db.tellings.count()).toBe(0);
});

test('no backup has it; what a restore brings that is newer stays when an import is taken back afterwards', async () => {
  const { db, shopId, imports, takeIn } = await shopToldTwice();
  const copied: { table: string; records: Record<string, unknown>[] }[] = [];
  const paid = { ...orders[5]!, status: 'completed' as const, paidAt: NOW };
  const before = await Promise.all([db.orders.toArray(), db.tellings.toArray()]);
  await takeIn(makeReport([paid], { observedAt: NOW + DAY_MS }));
  for (const table of sourceTables)
    for await (const records of portionsOf(db, table))
      copied.push({ table, records: records as Record<string, unknown>[] });
  const names = copied.flatMap(({ records }) => records.map(({ name }) => name));
  expect(copied.map(({ table }) => table)).not.toContain('tellings');
  expect(names).not.toContain('workOrderShelf');
  // As it was before the page: the backup is of later.
  await db.orders.bulkPut(before[0]);
  await db.tellings.bulkPut(before[1]);
  await beginRestore(db, String(copied[0]!.records.find(({ name }) => name === 'identitySecret')!['value']));
  for (const portion of copied) await restorePortion(db, portion);
  expect(await db.meta.get('workOrderShelf')).toBeDefined();
  await endRestore(db, NOW);
  expect(await db.meta.get('workOrderShelf')).toBeUndefined();
  for (const importId of imports) await undoWhole(db, importId);
  expect(await db.orders.get(`jd:${paid.orderId}`)).toMatchObject({ shopId, paidAt: NOW });
  expect(await db.orders.count()).toBe(6);
});
