/** A browser may take a store away while the worker runs: the next use finds an empty one, which knows customers by another key. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createServices } from '../../../entrypoints/background/handlers.ts';
import { fromPage } from '../../../lib/messaging/protocol.ts';
import { deleteStore } from '../../../lib/pipeline/forget/delete-store.ts';
import { forgetCustomer } from '../../../lib/pipeline/forget/forget-customer.ts';
import { beginImport } from '../../../lib/pipeline/import/import-job.ts';
import { recomputeDirty } from '../../../lib/pipeline/recompute.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { readLedger } from '../../../lib/views/shops/shop-ledger.ts';
import { importedOrder, makeStart, portionsOf, putPortion, WRITTEN_AT } from '../../support/make-import.ts';
import { makeOrders, PLACED_AT } from '../../support/make-order.ts';
import { makeReport, type KnownReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';

beforeEach(() => {
  Object.assign(fakeBrowser.i18n, { getMessage: (name: string) => name });
  // The library says that it lets go of a database which somebody deletes.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** As the browser does it, under the worker's open connection. */
async function loseStore({ name }: LiukeDatabase): Promise<void> {
  const deleting = indexedDB.deleteDatabase(name);
  await new Promise((resolve, reject) => {
    deleting.addEventListener('success', resolve);
    deleting.addEventListener('error', reject);
  });
}

const isAnother = /expected the key .+ found another one/;

test('nothing of a page is written under the key of the store that was lost', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(makeReport(makeOrders(5)));
  await loseStore(db);
  await expect(takeIn(makeReport(makeOrders(5)))).rejects.toThrow(isAnother);
  expect([await db.orders.count(), await db.customers.count()]).toEqual([0, 0]);
});

test('nor of a file, nor of a wish to forget', async () => {
  const { db, ids } = await openPipeline();
  const { importId } = await beginImport(db, makeStart(), WRITTEN_AT);
  const portions = portionsOf(importId, { orders: makeOrders(20).map((order) => importedOrder(order)) });
  await putPortion(db, ids, portions[0]!);
  const [customer] = await db.customers.toArray();
  await loseStore(db);
  await expect(putPortion(db, ids, portions[1]!)).rejects.toThrow('expected an import that is under way, found none');
  await expect(forgetCustomer(db, ids, customer!.customerId, WRITTEN_AT)).rejects.toThrow(isAnother);
  expect([await db.customers.count(), await db.forgotten.count()]).toEqual([0, 0]);
});

test('the worker takes up the new key by itself: who comes again is one customer', async () => {
  const { db } = await openPipeline();
  const page = createServices(db, { wanted() {} }, { look() {}, async seeMissed() {} }).find(
    ({ borders }) => borders === fromPage,
  )!;
  const report = async (shown: KnownReport) =>
    await page.handlers['reportPage']!(shown as never, {}, { id: 'c', at: PLACED_AT });
  await report(makeReport(makeOrders(5)));
  await loseStore(db);
  // A page that gets no answer says it again.
  await expect(report(makeReport(makeOrders(5)))).rejects.toThrow(isAnother);
  await report(makeReport(makeOrders(5)));
  await report(makeReport(makeOrders(5).map((order) => ({ ...order, orderId: order.orderId.replace('309', '310') }))));
  expect([await db.orders.count(), await db.customers.count()]).toEqual([10, 5]);
});

test('what was kept in memory of the lost store’s customers is not taken for the new one’s', async () => {
  const { db, ingest } = await openPipeline();
  // Pages that name no shop: theirs has the same id in every store.
  const report = makeReport(makeOrders(5), { shopHints: [] });
  const { shop } = await ingest(report);
  await recomputeDirty(db, PLACED_AT);
  expect((await readLedger(db, shop.shopId)).size).toBe(5);
  await loseStore(db);
  const again = await openPipeline(db);
  await again.ingest({ ...report, orders: makeOrders(2) });
  await recomputeDirty(db, PLACED_AT);
  expect((await readLedger(db, shop.shopId)).size).toBe(2);
});

test('a store that was deleted while a page was being read gets nothing of it', async () => {
  const { db, takeIn } = await openPipeline();
  await takeIn(makeReport(makeOrders(5)));
  await deleteStore(db, PLACED_AT);
  await expect(takeIn(makeReport(makeOrders(5)))).rejects.toThrow(isAnother);
  expect(await db.orders.count()).toBe(0);
});
