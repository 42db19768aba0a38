/** A backup into the store of the shop: what is compared at the end, and what is said of it. */
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { examineBackup, restoreBackup } from '../../components/dashboard/data/restore-backup.ts';
import { pourInto } from '../../components/dashboard/data/save-backup.ts';
import { newLock } from '../../lib/files/backup/lock.ts';
import { underPassphrase } from '../../lib/files/backup/sealing.ts';
import { lockNow, setLock } from '../../lib/pipeline/lock/keep-lock.ts';
import { isLocked } from '../../lib/store/lock-trouble.ts';
import { database } from '../../components/hooks/database.ts';
import { makeOrders, PLACED_AT } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

const PASSPHRASE = '留客 backup 2026';
const HOUR_MS = 3_600_000;
const nothing = () => {};

let seller: SellerScreen;
beforeEach(async () => {
  seller = await startScreen();
  await fakeBrowser.storage.session.clear();
  await fakeBrowser.storage.local.clear();
});

async function backup(): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const sink = {
    write: (piece: Uint8Array<ArrayBuffer>) => {
      pieces.push(piece);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
  await pourInto(sink, underPassphrase(PASSPHRASE, newLock(1000)), nothing);
  return new Blob(pieces);
}

async function restored(file: Blob, onRecords: (records: number) => void = nothing) {
  return await restoreBackup(file, PASSPHRASE, await examineBackup(file, PASSPHRASE), onRecords);
}

test('into the store that has gone on since is the same as in the backup: what is newer there is no difference', async () => {
  await seller.visit(makeReport(makeOrders(6)));
  const file = await backup();
  const shipped = makeOrders(6).map((order) => ({ ...order, status: 'shipped' as const }));
  await seller.visit(makeReport(shipped, { observedAt: PLACED_AT + 9 * HOUR_MS }));
  expect(await restored(file)).toEqual({ unlike: [], forgotten: 0 });
  expect((await database.orders.toArray()).map(({ status }) => status)).toEqual(Array(6).fill('shipped'));
});

test('into a store that lost some of it brings that back', async () => {
  await seller.visit(makeReport(makeOrders(6)));
  const file = await backup();
  await seller.db.orders.limit(3).delete();
  await seller.db.customers.limit(2).delete();
  expect(await restored(file)).toEqual({ unlike: [], forgotten: 0 });
  expect([await database.orders.count(), await database.customers.count()]).toEqual([6, 6]);
});

test('of which the store lacks a record in the end, or has another one, says of which table', async () => {
  await seller.visit(makeReport(makeOrders(6)));
  const file = await backup();
  await Promise.all([seller.db.orders.clear(), seller.db.customers.clear()]);
  const spoil = (records: number) => {
    if (records < 15) return;
    void seller.db.orders.limit(1).delete();
    void seller.db.customers.limit(1).modify({ display: 'another' });
  };
  expect((await restored(file, spoil)).unlike).toEqual(['customers', 'orders']);
});

test('into a store that is locked is refused before anything is written: nothing could be read back', async () => {
  await seller.visit(makeReport(makeOrders(6)));
  const file = await backup();
  await setLock(seller.db, PASSPHRASE, PLACED_AT, 10);
  await lockNow(seller.db);
  await database.takeLock();
  const examined = await examineBackup(file, PASSPHRASE);
  await expect(restoreBackup(file, PASSPHRASE, examined, nothing)).rejects.toSatisfy(isLocked);
  expect(await database.jobs.get('restore')).toBeUndefined();
});
