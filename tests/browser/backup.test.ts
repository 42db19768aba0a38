import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../lib/model/audit.ts';
import { sourceTables } from '../../lib/store/source-tables.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

const PASSPHRASE = '留客 backup 2026';

let folder: string;
let old: Seller;
let fresh: Seller;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuke-backup-'));
  old = await startSeller();
  const list = await old.open(consoleUrls.jdOrders);
  await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.setPageSize(50));
  await painted(list);
  await until(
    async () => (await recordsOf(await old.worker(), 'orders')).length,
    (count) => count >= 50,
  );
  fresh = await startSeller();
});
afterAll(async () => {
  await old?.close();
  await fresh?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page of data and backups; without the dialog for files, which no script can press. */
async function openData({ browser }: Seller): Promise<Page> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    // A folder of the browser's own: no script can press the dialog for folders either.
    Object.assign(window, { showDirectoryPicker: async () => await navigator.storage.getDirectory() });
  });
  await page.goto(`chrome-extension://${browser.extensionId}/dashboard.html#data`);
  return page;
}

async function contents(seller: Seller) {
  const page = seller.browser.context.pages().at(-1)!;
  const ofTables = await Promise.all(
    sourceTables
      .filter((table) => table !== 'meta' && table !== 'audit')
      .map(async (table) => [table, await recordsOf(page, table)] as const),
  );
  return Object.fromEntries(ofTables);
}

describe('a backup', () => {
  test('saved in one browser is restored in another, every table the same', { timeout: 60_000 }, async () => {
    const from = await openData(old);
    const save = from.getByRole('region', { name: await wordOf(from, 'backup'), exact: true });
    const passphrases = save.locator('input[type=password]');
    await passphrases.nth(0).fill(PASSPHRASE);
    await passphrases.nth(1).fill(PASSPHRASE);
    const [download] = await Promise.all([
      from.waitForEvent('download'),
      from.getByRole('button', { name: await wordOf(from, 'backupSave') }).click(),
    ]);
    const file = join(folder, 'shop.liuke');
    await download.saveAs(file);

    const to = await openData(fresh);
    await to.locator('input[type=file]:not([multiple])').setInputFiles(file);
    await to.locator('input[type=password]').last().fill(PASSPHRASE);
    await to.getByRole('button', { name: await wordOf(to, 'restoreExamine') }).click();
    await to.getByRole('button', { name: await wordOf(to, 'restoreNow'), exact: true }).click();
    await until(
      async () => await to.getByRole('status').allInnerTexts(),
      (texts) => texts.some((text) => /已恢复并核对|Restored and compared/.test(text)),
      20_000,
    );
    const [before, after] = [await contents(old), await contents(fresh)];
    expect(before.orders!.length).toBeGreaterThanOrEqual(50);
    expect(after).toEqual(before);
  });

  test('lets the next page meet the customers that were restored', { timeout: 60_000 }, async () => {
    const reader = fresh.browser.context.pages().at(-1)!;
    const customers = (await recordsOf(reader, 'customers')).length;
    const list = await fresh.open(consoleUrls.jdOrders);
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.setPageSize(50));
    await painted(list);
    const captures = async () => (await recordsOf<{ lastAt: number }>(reader, 'captures'))[0]?.lastAt;
    await list.waitForTimeout(1500);
    expect(await captures()).toBeDefined();
    expect((await recordsOf(reader, 'customers')).length).toBe(customers);
  });

  test('goes into a folder by itself when it is due, read back and compared', { timeout: 60_000 }, async () => {
    const page = await openData(old);
    const plan = page.getByRole('region', { name: await wordOf(page, 'plan'), exact: true });
    const passphrases = plan.locator('input[type=password]');
    await passphrases.nth(0).fill(PASSPHRASE);
    await passphrases.nth(1).fill(PASSPHRASE);
    await page.getByRole('button', { name: await wordOf(page, 'planBegin') }).click();
    await page.getByRole('button', { name: await wordOf(page, 'planStop') }).waitFor();
    // What the browser writes aside comes and goes.
    const inFolder = async () => await page.evaluate(filesInFolder).catch(() => []);
    const first = await until(inFolder, (files) => files.length === 1);
    expect(first[0]!.head).toMatch(/^\{"format":"liuke-backup","version":2,/);
    await emptyFolder(page);
    await page.evaluate(lastBackupTenDaysAgo);
    await page.reload();
    const again = await until(inFolder, (files) => files.length === 1);
    expect(again[0]!.size).toBeGreaterThan(first[0]!.size / 2);
    await until(
      async () => (await recordsOf<AuditEntry>(page, 'audit')).filter(({ kind }) => kind === 'backupSaved'),
      (noted) => noted.some(({ counts }) => counts.bytes === again[0]!.size),
    );
    await page.close();
  });

  test(
    'that is due waits while names are locked, and is made once they are unlocked',
    { timeout: 60_000 },
    async () => {
      const page = await openData(old);
      await page.evaluate(removeFiles);
      await page.goto(page.url().replace('#data', '#privacy'));
      for (const label of ['lockNewPassphrase', 'backupAgain'] as const)
        await page.getByLabel(await wordOf(page, label)).fill(PASSPHRASE);
      const press = async (word: 'lockSet' | 'lockNow' | 'lockOpen') =>
        await page.getByRole('button', { name: await wordOf(page, word), exact: true }).click();
      await press('lockSet');
      await page.getByText(await wordOf(page, 'lockIsOpen'), { exact: true }).waitFor();
      await press('lockNow');
      await page.getByText(await wordOf(page, 'lockIsClosed'), { exact: true }).waitFor();
      await page.evaluate(lastBackupTenDaysAgo);
      await page.reload();
      await page.getByText(await wordOf(page, 'planLocked')).waitFor();
      expect(await page.evaluate(filesInFolder)).toEqual([]);
      await page.getByLabel(await wordOf(page, 'lockPassphrase')).fill(PASSPHRASE);
      await press('lockOpen');
      await until(
        async () => await page.evaluate(filesInFolder).catch(() => []),
        (files) => files.length === 1,
      );
      await page.getByText(await wordOf(page, 'planLocked')).waitFor({ state: 'detached' });
      await page.close();
    },
  );
});

/** While a file is read back and compared it cannot be removed. */
async function emptyFolder(page: Page): Promise<void> {
  const isEmptied = async () =>
    await page.evaluate(removeFiles).then(
      () => true,
      () => false,
    );
  await until(isEmptied, (isDone) => isDone);
}

/** These three run in the page. */
async function filesInFolder(): Promise<{ size: number; head: string }[]> {
  const opened = await navigator.storage.getDirectory();
  const files: { size: number; head: string }[] = [];
  for await (const handle of (opened as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values()) {
    const file = await handle.getFile();
    if (file.size > 0 && file.name.endsWith('.liuke'))
      files.push({ size: file.size, head: (await file.text()).slice(0, 60) });
  }
  return files;
}

async function removeFiles(): Promise<void> {
  const opened = await navigator.storage.getDirectory();
  for await (const name of (opened as unknown as { keys(): AsyncIterable<string> }).keys())
    await opened.removeEntry(name);
}

async function lastBackupTenDaysAgo(): Promise<void> {
  const opening = indexedDB.open('liuke-backup-plan');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = db.transaction('plans', 'readwrite');
  const table = transaction.objectStore('plans');
  const reading = table.get('plan');
  await new Promise((resolve) => {
    reading.addEventListener('success', resolve);
  });
  const plan = reading.result as { lastAt: number };
  table.put({ ...plan, lastAt: plan.lastAt - 10 * 86_400_000 }, 'plan');
  // A page that is loaded anew takes back what it has not finished.
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  db.close();
}
