/** A store of every version that there was, opened by this one: all of it readable, what is worked out worked out anew, nothing lost. */
import { Dexie } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { eventSchema } from '../../../lib/model/event.ts';
import { orderSchema } from '../../../lib/model/order.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { maintain } from '../../../lib/pipeline/maintain.ts';
import { takeInPage } from '../../../lib/pipeline/take-in-page.ts';
import { openCustomerIds } from '../../../lib/pipeline/customer-id.ts';
import { STORE_VERSION } from '../../../lib/store/database.ts';
import { sourceMeta, sourceTables, type SourceTable } from '../../../lib/store/source-tables.ts';
import { isNewerStore } from '../../../lib/store/store-trouble.ts';
import { readCustomerView } from '../../../lib/views/customers/customer-view.ts';
import { makeOrder, PLACED_AT } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { layDown, oldStore, type OldStore } from '../../support/old-store.ts';
import { readColumns } from '../../support/read-columns.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const NOW = PLACED_AT + 2 * 86_400_000;

const heldOf = ({ records }: OldStore, table: SourceTable | 'columnPatches') => records[table] ?? [];

describe.each(Array.from({ length: STORE_VERSION }, (_, index) => index + 1))('a store of version %i', (version) => {
  const opened = async () => {
    const before = oldStore(version);
    const db = openTestDatabase(await layDown(before));
    return { before, db };
  };

  test('holds everything that was seen and done', async () => {
    const { before, db } = await opened();
    for (const table of sourceTables) {
      if (table === 'meta') continue;
      const after = await db.table(table).toArray();
      if (table === 'coverage') continue;
      expect([table, after]).toEqual([table, heldOf(before, table)]);
    }
    const kept = await db.meta.bulkGet([...sourceMeta]);
    expect(kept).toEqual(sourceMeta.map((name) => heldOf(before, 'meta').find((record) => record.name === name)));
  });

  test('is in the form that this version checks', async () => {
    const { db } = await opened();
    for (const order of await db.orders.toArray()) orderSchema.parse(order);
    for (const event of await db.events.toArray()) eventSchema.parse(event);
    for (const { ordersByDay, claims, list, spans } of await db.coverage.toArray())
      expect([typeof ordersByDay, Array.isArray(claims), list, Array.isArray(spans)]).toEqual([
        'object',
        true,
        null,
        true,
      ]);
  });

  test('has its days and masks counted, its columns and yardsticks made anew, and nothing left to do', async () => {
    const { before, db } = await opened();
    await maintain(db, NOW);
    const orders = await db.orders.toArray();
    const coverage = await db.coverage.toArray();
    const counted = coverage.flatMap(({ ordersByDay }) => Object.values(ordersByDay));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(orders.length);
    expect(coverage.reduce((sum, { maskedOrders }) => sum + maskedOrders, 0)).toBe(
      orders.filter(({ customerId }) => customerId === null).length,
    );
    for (const { placedAt, shopId } of orders)
      expect(coverage.find((record) => record.shopId === shopId)!.ordersByDay[dayOf(placedAt)]).toBeGreaterThan(0);
    const names = (await db.nameCounts.toArray()).filter(({ id }) => id.endsWith('|'));
    expect(names.reduce((sum, { count }) => sum + count, 0)).toBe(orders.length);
    const known = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
    expect((await readColumns(db)).map(({ customerId }) => customerId).toSorted()).toEqual([...known].toSorted());
    expect((await db.benchmarks.toArray()).map(({ shopId }) => shopId).toSorted()).toEqual(
      heldOf(before, 'shops')
        .map(({ shopId }) => shopId)
        .toSorted(),
    );
    expect((await db.jobs.toArray()).filter(({ id }) => !id.startsWith('import|'))).toEqual([]);
    expect(await db.dirtyLists.count()).toBe(0);
  });

  test('keeps what its imports brought; taken back they can be where it says who told what', async () => {
    const { before, db } = await opened();
    const [imports, steps] = ['jobs', 'undoSteps'].map((table) => before.records[table] ?? []);
    expect(await db.jobs.where('id').startsWith('import|').toArray()).toEqual(version < 5 ? [] : imports);
    expect(await db.undoSteps.toArray()).toEqual(version < 5 ? [] : steps);
    expect(await db.orders.count()).toBe(heldOf(before, 'orders').length);
  });

  test('shows each of its customers, with the orders that were theirs', async () => {
    const { before, db } = await opened();
    await maintain(db, NOW);
    for (const { customerId, shopId } of heldOf(before, 'customers')) {
      const view = await readCustomerView(db, String(shopId), String(customerId), NOW);
      const theirs = heldOf(before, 'orders').filter((order) => order.customerId === customerId);
      expect(view.orders.map(({ orderId }) => orderId).toSorted()).toEqual(
        theirs.map(({ orderId }) => String(orderId)).toSorted(),
      );
    }
  });

  test('goes on with the pages that come: a customer is known again', async () => {
    const { before, db } = await opened();
    const report = makeReport([makeOrder({ orderId: '3090112233449999' })], { observedAt: NOW });
    const { state } = await takeInPage(db, openCustomerIds(db), report, NOW);
    expect(state.problem).toBeNull();
    expect(await db.orders.count()).toBe(heldOf(before, 'orders').length + 1);
    expect(await db.customers.count()).toBe(heldOf(before, 'customers').length);
  });
});

test('whose columns waited for their customers one by one goes on where it was', async () => {
  const { records, ...form } = oldStore(5);
  const [patch, other] = heldOf({ records, ...form }, 'columnPatches');
  const { customerId, shopId } = patch!;
  const name = await layDown({ ...form, records: { ...records, dirty: [{ customerId, shopId }] } });
  const db = openTestDatabase(name);
  expect(await db.dirtyLists.toArray()).toEqual([{ sequence: 1, shopId, customerIds: [customerId] }]);
  expect(await db.patchLists.toArray()).toEqual(
    [patch!, other!].map((one, index) => ({
      sequence: index + 1,
      shopId: one.shopId,
      customers: 1,
      bytes: one.bytes,
    })),
  );
  expect(db.tables.map((table) => table.name)).not.toContain('dirty');
});

describe('a store of a newer version', () => {
  const newer = async () => {
    const store = oldStore(STORE_VERSION);
    return { store, name: await layDown({ ...store, version: STORE_VERSION + 1 }) };
  };

  test('is neither read nor written, and says what to do', async () => {
    const { store, name } = await newer();
    const db = openTestDatabase(name);
    await expect(db.orders.count()).rejects.toThrow(/expected a store of version 6 or older, found version 7/);
    const put = db.meta.put({ name: 'device', value: 'x' });
    await expect(put).rejects.toSatisfy(isNewerStore);
    expect(db.trouble).toBe('newerStore');
    const later = await new Dexie(name).open();
    expect(later.verno).toBe(STORE_VERSION + 1);
    expect(await later.table('meta').toArray()).toEqual(store.records.meta);
    later.close();
  });

  test('that dropped a table and gave another a new index is left exactly as it is', async () => {
    const { stores, records } = oldStore(STORE_VERSION);
    const { reviews: _, ...others } = stores;
    const { reviews: __, ...kept } = records;
    const name = await layDown({
      version: STORE_VERSION + 1,
      stores: { ...others, orders: 'id, [shopId+placedAt]' },
      records: kept,
    });
    const before = await shapeOf(name);
    const db = openTestDatabase(name);
    await expect(db.orders.count()).rejects.toSatisfy(isNewerStore);
    await expect(takeInPage(db, openCustomerIds(db), makeReport([makeOrder()]), NOW)).resolves.toMatchObject({
      state: { problem: 'newerStore' },
    });
    expect(await shapeOf(name)).toEqual(before);
  });

  test('makes a page say so, time and again, and nothing is thrown', async () => {
    const db = openTestDatabase((await newer()).name);
    for (let time = 0; time < 3; time += 1) {
      const { state } = await takeInPage(db, openCustomerIds(db), makeReport([makeOrder()]), NOW);
      expect(state.problem).toBe('newerStore');
    }
  });
});

/** Its native version, tables and indexes, looked at by nothing that could change them. */
async function shapeOf(name: string): Promise<unknown> {
  const opening = indexedDB.open(name);
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const db = opening.result;
  const transaction = db.transaction([...db.objectStoreNames]);
  const indexes = [...db.objectStoreNames].map((table) => [table, [...transaction.objectStore(table).indexNames]]);
  db.close();
  return { version: db.version, indexes };
}

describe('two versions at once', () => {
  test('the older one lets go, says so, and stays closed', async () => {
    const db = openTestDatabase();
    await db.open();
    const heard = vi.fn<() => void>();
    db.troubleWatchers.add(heard);
    const newer = new Dexie(db.name);
    newer.version(STORE_VERSION + 1).stores({ further: 'id' });
    await newer.open();
    expect(db.trouble).toBe('olderPage');
    expect(heard).toHaveBeenCalledTimes(1);
    await expect(db.orders.count()).rejects.toThrow(/closed/i);
    newer.close();
  });

  test('the newer one says that another page holds the store, and goes on when it is closed', async () => {
    const name = await layDown(oldStore(1));
    const holding = indexedDB.open(name);
    await new Promise((resolve) => holding.addEventListener('success', resolve));
    const db = openTestDatabase(name);
    const opening = db.open();
    await vi.waitFor(() => expect(db.trouble).toBe('heldOpen'));
    holding.result.close();
    await opening;
    expect(db.trouble).toBeNull();
    expect(await db.orders.count()).toBeGreaterThan(0);
  });
});
