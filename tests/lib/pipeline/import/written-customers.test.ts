import { expect, test, vi } from 'vitest';
import { usualRetention } from '../../../../lib/model/retention.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { setRetention } from '../../../../lib/pipeline/forget/expire.ts';
import { beginImport } from '../../../../lib/pipeline/import/import-job.ts';
import { preparePortion, putPrepared } from '../../../../lib/pipeline/import/import-portion.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { WrittenCustomers } from '../../../../lib/pipeline/import/written-customers.ts';
import { importedOrder, importWhole, makeStart, portionsOf, WRITTEN_AT } from '../../../support/make-import.ts';
import { makeOrders, PLACED_AT, stable } from '../../../support/make-order.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

test('a customer is asked for once in an import as long as the file says the same of them, known before or not', async () => {
  const { db, ids } = await openPipeline();
  const known = makeOrders(1, () => ({ orderId: '3090000000000001', buyer: stable('known') }));
  await importWhole(db, { orders: known.map((order) => importedOrder(order)) });
  const { importId } = await beginImport(db, makeStart({ shop: { name: '木木家' } }), WRITTEN_AT + 1);
  const names = ['known', 'fresh', 'Known', 'known'];
  // Of each portion one order of the known buyer, as the portion names them, and one of the other.
  const orders = names.flatMap((name, at) =>
    makeOrders(2, (index) => ({
      orderId: `309000000000010${at * 2 + index}`,
      buyer: index === 0 ? { ...stable('known'), display: name === 'fresh' ? 'known' : name } : stable('fresh'),
    })),
  );
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  const gets = () => asked.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'customers').length;
  const written = new WrittenCustomers();
  const askedFor: number[] = [];
  const shown: (string | undefined)[] = [];
  for (const portion of portionsOf(importId, { orders: orders.map((order) => importedOrder(order)) }, 2)) {
    const before = gets();
    await putPrepared(db, await preparePortion(db, ids, portion), written);
    askedFor.push(gets() - before);
    shown.push((await db.customers.toArray()).find(({ searchName }) => searchName === 'known')?.display);
  }
  expect(askedFor).toEqual([2, 0, 1, 1]);
  expect(shown).toEqual(['known', 'known', 'Known', 'known']);
});

test('who was removed in the middle of an import, with orders older than they are kept, is there again with a newer one', async () => {
  const { db, ids } = await openPipeline();
  const ages = [200, 10].map((days) => ({ placedAt: PLACED_AT - days * DAY_MS, buyer: stable('regular') }));
  const orders = makeOrders(2, (index) => ages[index]!);
  const { importId } = await beginImport(db, makeStart(), PLACED_AT);
  const [older, newer] = portionsOf(importId, { orders: orders.map((order) => importedOrder(order)) }, 1);
  const written = new WrittenCustomers();
  await putPrepared(db, await preparePortion(db, ids, older!), written);
  await setRetention(db, { ...usualRetention, orders: 180 }, PLACED_AT);
  await maintain(db, PLACED_AT);
  expect(await db.customers.count()).toBe(0);
  await putPrepared(db, await preparePortion(db, ids, newer!), written);
  expect((await db.customers.toArray()).map(({ display }) => display)).toEqual(['regular']);
});
