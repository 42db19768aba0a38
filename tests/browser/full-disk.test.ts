/**
 * A disk that is really full: a small one of its own, filled up. A small quota will not do: what `Storage.overrideQuotaForOrigin` sets is
 * told by `navigator.storage.estimate` and kept by nobody, as the extension has `unlimitedStorage` (40 MB went into one of 5 MB).
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportProgress } from '../../lib/model/imported.ts';
import { usualRetention } from '../../lib/model/retention.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { makeContact } from '../support/make-contact.ts';
import { importedOrder, makeStart, portionsOf } from '../support/make-import.ts';
import { ask, isLong } from './support/faults.ts';
import { startSeller, type Seller } from './support/seller.ts';
import { expectSound, madeOrders } from './support/sound-store.ts';

const DISK_MB = 300;
const PORTION = 500;
const DAY_MS = 86_400_000;
const PASSPHRASE = 'seven green bottles';

const disk = mkdtempSync(join(tmpdir(), 'liuke-disk-'));
const isSmall = isLong && mountSmall();
let seller: Seller;
let page: Page;

/** @returns whether this machine allows it: it takes a Linux and its administrator */
function mountSmall(): boolean {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  if (!isSmall) return;
  seller = await startSeller({ profileDir: join(disk, 'profile') });
  page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
});
afterAll(async () => {
  await seller?.close();
  if (isSmall) execFileSync('/bin/umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

const filler = join(disk, 'filler');
function leave(kilobytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  appendFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - kilobytes * 1024)));
}

test(
  'stops each writer, which says so; nothing acknowledged is lost, and all go on when there is room',
  { timeout: 180_000, retry: 0 },
  async (context) => {
    if (!isSmall) context.skip('takes FAULTS=long, and a Linux with its administrator for a small disk');
    const list = await seller.open(consoleUrls.jdOrders);
    const pageOrders = async () =>
      (await recordsOf<{ fromFile?: string }>(page, 'orders')).filter(({ fromFile }) => !fromFile).length;
    const seen = await until(pageOrders, (count) => count > 0);
    const { importId } = await ask<ImportProgress>(page, 'beginImport', makeStart());
    const portions = portionsOf(
      importId,
      { orders: madeOrders(PORTION * 12, 0).map((order) => importedOrder(order)) },
      PORTION,
    );
    const meta = await recordsOf<{ name: string; value: string }>(page, 'meta');
    const identitySecret = meta.find(({ name }) => name === 'identitySecret')!.value;
    await ask(page, 'beginRestore', { identitySecret });
    leave(2500);
    let reached = 0;
    const send = async () => {
      for (const portion of portions.slice(reached))
        ({ portions: reached } = await ask<ImportProgress>(page, 'importPortion', portion, false));
    };
    await expect(send()).rejects.toThrow(/expected room on the disk/);
    expect(reached).toBeLessThan(portions.length);
    await page.getByText(await wordOf(page, 'storageFull_import')).waitFor();

    // What was too much for a portion may be room enough for a line.
    leave(0);
    await expect(ask(page, 'recordContact', makeContact(), false)).rejects.toThrow(/expected room on the disk/);
    await page.getByText(await wordOf(page, 'storageFull_event')).waitFor();
    const restore = { table: 'orders', records: [] };
    await expect(ask(page, 'restorePortion', restore, false)).rejects.toThrow(/expected room on the disk/);
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.goto(3));
    await page.getByText(await wordOf(page, 'storageFull_page')).waitFor({ timeout: 20_000 });

    rmSync(filler);
    const { eventId } = await ask<{ eventId: string }>(page, 'recordContact', makeContact());
    await send();
    const done = await ask<ImportProgress>(page, 'endImport', { importId });
    expect(done.counts).toMatchObject({ fresh: PORTION * 12, same: 0 });
    await until(pageOrders, (count) => count > seen, 40_000);
    expect((await recordsOf<{ id: string }>(page, 'events')).map(({ id }) => id)).toEqual([eventId]);
    for (const told of ['import', 'event', 'page'] as const)
      await page.getByText(await wordOf(page, `storageFull_${told}`)).waitFor({ state: 'detached', timeout: 20_000 });
    // Nothing was restored since: that is said until somebody has read it.
    await page.getByText(await wordOf(page, 'storageFull_restore')).waitFor();
    await page.getByRole('button', { name: await wordOf(page, 'storageFullSeen') }).click();
    await page.getByText(await wordOf(page, 'storageFullDo')).waitFor({ state: 'detached' });
    await ask(page, 'endRestore', {});
    await expectSound(page);
  },
);

test(
  'stops what is rewritten between pages, sealing and expiry, and both are finished when there is room',
  { timeout: 240_000, retry: 0 },
  async (context) => {
    if (!isSmall) context.skip('takes FAULTS=long, and a Linux with its administrator for a small disk');
    rmSync(filler, { force: true });
    const old = madeOrders(PORTION * 12, 100_000).map((order) => ({
      ...order,
      placedAt: order.placedAt - 400 * DAY_MS,
    }));
    const file = { ...makeStart().file, fingerprint: `${'0b'.repeat(16)}-0` };
    const { importId } = await ask<ImportProgress>(page, 'beginImport', makeStart({ file }));
    for (const portion of portionsOf(importId, { orders: old.map((order) => importedOrder(order)) }, PORTION))
      await ask(page, 'importPortion', portion);
    await ask(page, 'endImport', { importId });
    const before = await expectSound(page);

    leave(1200);
    await ask(page, 'setLock', { passphrase: PASSPHRASE }, false);
    await page.getByText(await wordOf(page, 'storageFull_derived')).waitFor({ timeout: 60_000 });
    rmSync(filler);
    expect(await expectSound(page)).toHaveLength(before.length);
    const names = (await recordsOf<{ display: string }>(page, 'customers')).map(({ display }) => display);
    expect(names.filter((name) => name.startsWith('file_'))).toEqual([]);

    const [first] = await recordsOf<{ customerId: string }>(page, 'customers');
    leave(0);
    await expect(ask(page, 'forgetCustomer', { customerId: first!.customerId }, false)).rejects.toThrow(
      /expected room on the disk/,
    );
    rmSync(filler);
    expect((await recordsOf<{ customerId: string }>(page, 'customers')).map(({ customerId }) => customerId)).toContain(
      first!.customerId,
    );

    leave(400);
    await ask(page, 'setRetention', { ...usualRetention, orders: 365 }, false);
    await page.getByText(await wordOf(page, 'storageFull_derived')).waitFor({ timeout: 60_000 });
    rmSync(filler);
    expect(await expectSound(page)).toHaveLength(before.length - old.length);
  },
);
