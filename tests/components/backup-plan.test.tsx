import { render, screen, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { StoreReminder } from '../../components/panel/StoreReminder.tsx';
import { isPlanDue, makePlannedBackup, nextPlanned } from '../../components/dashboard/data/planned-backup.ts';
import { backupSinceSetting, lastBackupSetting } from '../../lib/browser/settings.ts';
import type { BackupPlan } from '../../lib/browser/backup-plan.ts';
import { newLock } from '../../lib/files/backup/lock.ts';
import { readBackup } from '../../lib/files/backup/read-backup.ts';
import { newBox } from '../../lib/files/backup/sealing.ts';
import { lockNow, setLock } from '../../lib/pipeline/lock/keep-lock.ts';
import { sealRecords } from '../../lib/pipeline/lock/seal-records.ts';
import { isLocked } from '../../lib/store/lock-trouble.ts';
import { database } from '../../components/hooks/database.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { makeOrders } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

const PASSPHRASE = '留客 backup 2026';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  await fakeBrowser.storage.local.clear();
});
afterEach(cleanup);

describe('the reminder', () => {
  const show = async (last: number | null, since: number) => {
    await backupSinceSetting.setValue(Date.now() - since * DAY_MS);
    if (last !== null) await lastBackupSetting.setValue(Date.now() - last * DAY_MS);
    render(<StoreReminder />);
  };

  test('is one quiet line after a week without a backup, and gone when there is one', async () => {
    await seller.visit(makeReport(makeOrders(3)));
    await show(9, 200);
    expect(await screen.findByText('9 天没有备份了')).toBeTruthy();
    await lastBackupSetting.setValue(Date.now());
    await expect.poll(() => screen.queryByText(/没有备份/)).toBeNull();
  });

  test('of a shop that never had one counts from the first start', async () => {
    await seller.visit(makeReport(makeOrders(3)));
    await show(null, 8);
    expect(await screen.findByText('8 天没有备份了')).toBeTruthy();
  });

  test.each([
    ['within the week', 3, 200],
    ['in the first week', null, 5],
  ])('says nothing %s', async (_, last, since) => {
    await seller.visit(makeReport(makeOrders(3)));
    await show(last, since);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/没有备份/)).toBeNull();
  });

  test('says nothing of a store that holds nothing', async () => {
    await show(null, 30);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/没有备份/)).toBeNull();
  });
});

describe('a planned backup', () => {
  const NOW = Date.parse('2026-11-29T10:00:00+08:00');

  /** A folder that keeps its files in memory; `spoil` is what the disk makes of a file. */
  const folderWith = (files: Map<string, Blob>, spoil: (blob: Blob) => Blob | Promise<Blob> = (blob) => blob) => ({
    name: '备份',
    queryPermission: () => Promise.resolve('granted' as const),
    requestPermission: () => Promise.resolve('granted' as const),
    getFileHandle: (name: string) => {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      // As a browser does: the file is there from now on.
      if (!files.has(name)) files.set(name, new Blob());
      return Promise.resolve({
        createWritable: () =>
          Promise.resolve({
            write: (piece: Uint8Array<ArrayBuffer>) => Promise.resolve(void pieces.push(piece)),
            close: async () => void files.set(name, await spoil(new Blob(pieces))),
            abort: () => Promise.resolve(void pieces.splice(0)),
          }),
        getFile: () => Promise.resolve(new File([files.get(name) ?? ''], name)),
      });
    },
    removeEntry: (name: string) => Promise.resolve(void files.delete(name)),
  });
  const planWith = async (folder: BackupPlan['folder'], changes: Partial<BackupPlan> = {}): Promise<BackupPlan> => ({
    folder,
    box: await newBox(PASSPHRASE, newLock(1000)),
    everyDays: 3,
    lastAt: null,
    ...changes,
  });

  test('is written under its day, and opened with the passphrase that nobody kept', async () => {
    await seller.visit(makeReport(makeOrders(5)));
    const files = new Map<string, Blob>();
    const plan = await planWith(folderWith(files));
    // What cannot be copied into the browser's own store here is kept there by a real browser.
    await expect(makePlannedBackup(plan, NOW)).rejects.toThrow(/could not be cloned/i);
    expect([...files.keys()]).toEqual(['liuke-2026-11-29.liuke']);
    const orders: unknown[] = [];
    const report = await readBackup([...files.values()][0]!, PASSPHRASE, ({ table, records }) => {
      if (table === 'orders') orders.push(...records);
    });
    expect([report.isWhole, orders.length]).toEqual([true, 5]);
    expect(JSON.stringify(plan.box)).not.toContain(PASSPHRASE);
  });

  test('is not begun while names are locked, and leaves the folder as it was', async () => {
    await seller.visit(makeReport(makeOrders(5)));
    await setLock(seller.db, PASSPHRASE, NOW, 10);
    await sealRecords(seller.db);
    await lockNow(seller.db);
    await database.takeLock();
    const before = new Blob(['of this morning']);
    for (const files of [new Map<string, Blob>(), new Map([['liuke-2026-11-29.liuke', before]])]) {
      const kept = [...files];
      const plan = await planWith(folderWith(files));
      await expect(makePlannedBackup(plan, NOW)).rejects.toSatisfy(isLocked);
      expect([...files]).toEqual(kept);
    }
    await seller.db.meta.clear();
    await Promise.all([seller.db, database].map(async (db) => await db.takeLock()));
  });

  test('that is stopped on the way leaves no file, or the one of before', async () => {
    await seller.visit(makeReport(makeOrders(5)));
    const before = new Blob(['of this morning']);
    for (const files of [new Map<string, Blob>(), new Map([['liuke-2026-11-29.liuke', before]])]) {
      const kept = [...files];
      const folder = folderWith(files);
      const full = async (name: string) => {
        const handle = await folder.getFileHandle(name);
        const writable = await handle.createWritable();
        const write = () => Promise.reject(new DOMException('The disk is full', 'QuotaExceededError'));
        return { ...handle, createWritable: () => Promise.resolve({ ...writable, write }) };
      };
      const plan = await planWith({ ...folder, getFileHandle: full });
      await expect(makePlannedBackup(plan, NOW)).rejects.toThrow('The disk is full');
      expect([...files]).toEqual(kept);
    }
  });

  test('counts for nothing when what is read back is not what was written', async () => {
    await seller.visit(makeReport(makeOrders(5)));
    const cut = (blob: Blob) => blob.slice(0, blob.size - 20);
    const plan = await planWith(folderWith(new Map(), cut));
    await expect(makePlannedBackup(plan, NOW)).rejects.toThrow(/read back another one/);
    expect(await lastBackupSetting.getValue()).toBeNull();
  });

  test.each([
    ['there was none', null, true],
    ['the last is three days old', NOW - 3 * DAY_MS, true],
    ['the last is of yesterday', NOW - DAY_MS, false],
    ['the last is of tomorrow, by a clock that was wrong', NOW + DAY_MS, true],
  ])('is due, or not, when %s', async (_, lastAt, isDue) => {
    const plan = await planWith(folderWith(new Map()), { lastAt });
    expect(isPlanDue(plan, NOW)).toBe(isDue);
    expect(nextPlanned(plan, NOW)).toBeGreaterThanOrEqual(NOW);
  });
});
