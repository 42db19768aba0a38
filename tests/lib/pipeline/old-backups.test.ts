/** Backup files that were made by earlier code, restored by this one: all of them are still good. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../../../lib/files/backup/read-backup.ts';
import { maintain } from '../../../lib/pipeline/maintain.ts';
import { beginRestore, endRestore, restorePortion } from '../../../lib/pipeline/restore.ts';
import { STORE_VERSION } from '../../../lib/store/database.ts';
import { sourceTables } from '../../../lib/store/source-tables.ts';
import { readCustomerView } from '../../../lib/views/customers/customer-view.ts';
import { makeOrder, PLACED_AT } from '../../support/make-order.ts';
import { makeReport } from '../../support/make-report.ts';
import { oldStore } from '../../support/old-store.ts';
import { openPipeline } from '../../support/open-pipeline.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const PASSPHRASE = '留客 backup 2026';
const NOW = PLACED_AT + 50 * 86_400_000;

async function restored(name: string, db = openTestDatabase()) {
  const blob = new Blob([readFileSync(`tests/fixtures/backup/${name}.liuke`)]);
  const portions: { table: string; records: Record<string, unknown>[] }[] = [];
  const report = await readBackup(blob, PASSPHRASE, ({ table, records }) => {
    portions.push({ table, records: records as Record<string, unknown>[] });
  });
  const secret = portions
    .find(({ table }) => table === 'meta')!
    .records.find((record) => record.name === 'identitySecret');
  await beginRestore(db, String(secret!.value));
  for (const portion of portions) await restorePortion(db, portion);
  await endRestore(db, Date.now());
  return { db, report };
}

/** Of each version that wrote backups: one under a passphrase, and one into a box. */
const FIRST_VERSION = 3;
const backups = Array.from({ length: STORE_VERSION - FIRST_VERSION + 1 }, (_, index) => FIRST_VERSION + index).flatMap(
  (version) => [`store-${version}`, `store-${version}-box`].map((name) => ({ name, version })),
);

describe.each(backups)('the backup $name', ({ name, version }) => {
  test('is whole, and brings back the store as it was', async () => {
    const { db, report } = await restored(name);
    expect(report).toMatchObject({ isWhole: true, damagedBlocks: 0, header: { storeVersion: version } });
    const before = oldStore(version);
    // The restore itself is an entry of the audit list.
    for (const table of sourceTables.filter((name_) => name_ !== 'meta' && name_ !== 'audit'))
      expect([table, await db.table(table).toArray()]).toEqual([table, before.records[table]]);
    await maintain(db, NOW);
    for (const { customerId, shopId } of await db.customers.toArray())
      expect((await readCustomerView(db, shopId, customerId, NOW)).orders.length).toBeGreaterThan(0);
  });

  test('into a store that saw pages meanwhile keeps both, and every order is counted once', async () => {
    const db = openTestDatabase();
    const secret = oldStore(version).records.meta!.find((record) => record.name === 'identitySecret')!;
    await db.meta.put({ name: 'identitySecret', value: String(secret.value) });
    const { takeIn } = await openPipeline(db);
    await takeIn(makeReport([makeOrder({ orderId: '3090112233449999' })], { observedAt: NOW }));
    await restored(name, db);
    const orders = await db.orders.count();
    expect(orders).toBe(oldStore(version).records.orders!.length + 1);
    const coverage = await db.coverage.toArray();
    const counted = coverage.flatMap(({ ordersByDay }) => Object.values(ordersByDay));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(orders);
  });
});

test('of a store that knew less of its days is brought to what this one knows', async () => {
  const db = openTestDatabase();
  await beginRestore(db, 'ab'.repeat(32));
  const record = { shopId: 'jd-old', maskedOrders: 1, asOfDay: 20_000, spans: [[19_990, 20_000]] };
  await restorePortion(db, { table: 'coverage', records: [record] });
  await endRestore(db, Date.now());
  expect(await db.coverage.toArray()).toEqual([
    { ...record, maskedOrders: 0, ordersByDay: {}, claims: [], list: null },
  ]);
});
