import { describe, expect, test } from 'vitest';
import { deleteStore } from '../../../lib/pipeline/forget/delete-store.ts';
import { forgetCustomer } from '../../../lib/pipeline/forget/forget-customer.ts';
import { maintain } from '../../../lib/pipeline/maintain.ts';
import { recordLabelOwners } from '../../../lib/pipeline/record-label-owners.ts';
import { recordOwnNumbers } from '../../../lib/pipeline/record-numbers.ts';
import { recordDoNotDisturb } from '../../../lib/pipeline/record-event.ts';
import { beginRestore, endRestore, restorePortion } from '../../../lib/pipeline/restore.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { portionsOf, sourceTables } from '../../../lib/store/source-tables.ts';
import { makeAfterSale } from '../../support/make-after-sale.ts';
import { makeOrder, makeOrders, PLACED_AT } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { readColumns } from '../../support/read-columns.ts';
import { tracesOf } from '../../support/traces.ts';
import { afterDeathOf, openTestDatabase, watchWrites } from '../../support/test-database.ts';

type Saved = Awaited<ReturnType<typeof saved>>;

/** Without the audit list, in which a restore itself is noted. */
async function saved(db: LiukeDatabase) {
  const portions: { table: string; records: Record<string, unknown>[] }[] = [];
  for (const table of sourceTables.filter((name) => name !== 'audit'))
    for await (const records of portionsOf(db, table))
      portions.push({ table, records: records as Record<string, unknown>[] });
  return portions;
}

/** A shop of thirty customers, one of whom asked for quiet, one with a case. */
async function shopWithPast() {
  const pipeline = await openPipeline();
  const { db, takeIn } = pipeline;
  const orders = makeOrders(30);
  await takeIn(makeReport(orders));
  await takeIn(
    makeReport([], { page: 'after-sale-list', afterSales: [makeAfterSale({ orderId: orders[0]!.orderId })] }),
  );
  const [customer] = await db.customers.toArray();
  await recordDoNotDisturb(db, { customerId: customer!.customerId, isOn: true }, PLACED_AT);
  const { shopId } = customer!;
  await recordOwnNumbers(db, [{ shopId, rule: { what: 'contactLimits' }, numbers: { minGapHours: 48 } }], PLACED_AT);
  await recordOwnNumbers(db, [{ shopId, rule: { what: 'couponLimits' }, numbers: { mostFaceFen: 5_000 } }], PLACED_AT);
  await recordLabelOwners(db, { shopId, owners: { labels: { late: '小陈' }, groups: {} } }, PLACED_AT);
  return pipeline;
}

async function restore(db: LiukeDatabase, portions: Saved) {
  const secret = portions[0]!.records.find(({ name }) => name === 'identitySecret')!.value;
  await beginRestore(db, String(secret));
  for (const portion of portions) await restorePortion(db, portion);
  return await endRestore(db, PLACED_AT);
}

describe('a restore', () => {
  test('into an empty store brings everything back, and what is worked out from it', async () => {
    const { db: source } = await shopWithPast();
    const portions = await saved(source);
    const db = openTestDatabase();
    await restore(db, portions);
    await maintain(db, PLACED_AT);
    expect(await saved(db)).toEqual(portions);
    await maintain(source, PLACED_AT);
    expect(await readColumns(db)).toEqual(await readColumns(source));
    expect(await db.jobs.get('restore')).toBeUndefined();
  });

  test('knows the customers of the next page as the same ones', async () => {
    const { db: source } = await shopWithPast();
    const db = openTestDatabase();
    await restore(db, await saved(source));
    const { takeIn } = await openPipeline(db);
    const again = makeOrder({ orderId: '3090119999999999', buyer: makeOrders(1)[0]!.buyer });
    await takeIn(makeReport([again]));
    expect(await db.customers.count()).toBe(30);
  });

  test('that was broken off says so, and is whole after it is run again', async () => {
    const { db: source } = await shopWithPast();
    const portions = await saved(source);
    const db = openTestDatabase();
    await beginRestore(db, String(portions[0]!.records[0]!.value));
    for (const portion of portions.slice(0, 4)) await restorePortion(db, portion);
    const reopened = afterDeathOf(db);
    expect(await reopened.jobs.get('restore')).toBeDefined();
    await restore(reopened, portions);
    expect(await saved(reopened)).toEqual(portions);
  });

  test('run twice writes nothing the second time', async () => {
    const { db: source } = await shopWithPast();
    const portions = await saved(source);
    const db = openTestDatabase();
    await restore(db, portions);
    await beginRestore(db, String(portions[0]!.records[0]!.value));
    const writes = watchWrites(db);
    for (const portion of portions) await restorePortion(db, portion);
    expect(writes).toEqual([]);
  });

  test('of which all came goes on by itself after the worker was stopped at its end', async () => {
    const { db: source } = await shopWithPast();
    const portions = await saved(source);
    const db = openTestDatabase();
    await beginRestore(db, String(portions[0]!.records[0]!.value));
    for (const portion of portions) await restorePortion(db, portion);
    db.coverage.hook('updating', () => {
      throw new Error('the worker is gone');
    });
    await expect(endRestore(db, PLACED_AT)).rejects.toThrow('the worker is gone');
    const reopened = afterDeathOf(db);
    await maintain(reopened, PLACED_AT);
    expect(await reopened.jobs.get('restore')).toBeUndefined();
    expect(await saved(reopened)).toEqual(portions);
    await maintain(source, PLACED_AT);
    expect(await readColumns(reopened)).toEqual(await readColumns(source));
  });

  test('whose end is asked for twice at once is ended once', async () => {
    const { db: source } = await shopWithPast();
    const portions = await saved(source);
    const db = openTestDatabase();
    await beginRestore(db, String(portions[0]!.records[0]!.value));
    for (const portion of portions) await restorePortion(db, portion);
    await Promise.all([endRestore(db, PLACED_AT), endRestore(db, PLACED_AT)]);
    expect(await db.nameCounts.toArray()).toEqual(await source.nameCounts.toArray());
    expect(await db.audit.count()).toBe(1);
  });

  test('of a backup that lost its customers makes them anew from their orders', async () => {
    const { db: source } = await shopWithPast();
    const portions = (await saved(source)).filter(({ table }) => table !== 'customers');
    const db = openTestDatabase();
    await restore(db, portions);
    expect(await db.customers.toArray()).toEqual(await source.customers.toArray());
  });

  test('ends where the store was deleted meanwhile: nothing more of it is written', async () => {
    const { db: source } = await shopWithPast();
    const portions = await saved(source);
    const db = openTestDatabase();
    await beginRestore(db, String(portions[0]!.records[0]!.value));
    await restorePortion(db, portions[0]!);
    await deleteStore(db, PLACED_AT);
    const orders = portions.find(({ table }) => table === 'orders')!;
    await expect(restorePortion(db, orders)).rejects.toThrow('expected a restore that is under way');
    expect(await db.orders.count()).toBe(0);
  });

  test('leaves what was seen since', async () => {
    const { db, takeIn } = await shopWithPast();
    const portions = await saved(db);
    const shipped = makeOrders(1).map((order) => ({ ...order, status: 'shipped' as const }));
    await takeIn(makeReport(shipped, { observedAt: PLACED_AT + 9 * 3_600_000 }));
    await restore(db, portions);
    expect(await db.orders.get(`jd:${shipped[0]!.orderId}`)).toMatchObject({ status: 'shipped' });
    expect(await db.orders.count()).toBe(30);
  });

  test('of a backup from before leaves out who was forgotten since, and says how much', async () => {
    const { db, ids } = await shopWithPast();
    const portions = await saved(db);
    const { customerId } = (await db.customers.where('searchName').equals('buyer_0').first())!;
    const events = await db.events.where('customerId').equals(customerId).count();
    await forgetCustomer(db, ids, customerId, PLACED_AT);
    const left = await restore(db, portions);
    expect(left).toEqual({ customers: 1, orders: 1, afterSales: 1, ...(events > 0 ? { events } : {}) });
    expect(await tracesOf(db, ['buyer_0"', customerId, makeOrders(1)[0]!.orderId])).toEqual([]);
    expect(await db.orders.count()).toBe(29);
    const kinds = (await db.audit.toArray()).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['customerForgotten', 'restored']);
  });

  test('into an empty store brings the tombstones along: who was forgotten stays so there', async () => {
    const { db: source, ids } = await shopWithPast();
    const { customerId } = (await source.customers.where('searchName').equals('buyer_0').first())!;
    await forgetCustomer(source, ids, customerId, PLACED_AT);
    const db = openTestDatabase();
    await restore(db, await saved(source));
    const { takeIn } = await openPipeline(db);
    await takeIn(makeReport(makeOrders(1)));
    expect(await db.orders.count()).toBe(29);
  });

  test('into the store of another installation is refused, and changes nothing', async () => {
    const [one, other] = [await shopWithPast(), await shopWithPast()];
    const portions = await saved(one.db);
    const before = await saved(other.db);
    await expect(restore(other.db, portions)).rejects.toThrow('expected an empty store');
    expect(await saved(other.db)).toEqual(before);
  });

  test.each(['afterSales', 'reviews', 'members', 'answers', 'waits', 'forgotten'] as const)(
    'into one that holds nothing but %s, known by another key, is refused, too',
    async (table) => {
      const portions = await saved((await shopWithPast()).db);
      const { db } = await openPipeline();
      await db.table(table).add({ id: 'a', customerId: 'a', contactId: 'a', shopId: 'jd-a' });
      await expect(restore(db, portions)).rejects.toThrow('expected an empty store');
    },
  );
});

describe('a record that is not as it should be', () => {
  test.each([
    [
      'an order without an amount that is one',
      'orders',
      { ...makeOrder(), id: 'jd:1', amountFen: 'many' },
      'amountFen',
    ],
    ['a customer without an id', 'customers', { display: 'x' }, 'customerId'],
    ['an event of no kind', 'events', { id: '1', kind: 'x' }, 'kind'],
    ['a row of a table that is worked out', 'columns', { id: '1' }, 'expected a table of the store'],
  ])('%s is refused with its place', async (_, table, record, where) => {
    const db = openTestDatabase();
    await expect(restorePortion(db, { table, records: [record] })).rejects.toThrow(where);
    expect(await db.orders.count()).toBe(0);
  });
});
