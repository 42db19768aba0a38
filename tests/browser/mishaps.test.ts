/** What else goes wrong on a machine: damaged bytes, a clock set back, several windows, a full disk. The next start repairs it and says so. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportProgress } from '../../lib/model/imported.ts';
import { usualRetention } from '../../lib/model/retention.ts';
import type { ImportJobRecord, OrderRecord } from '../../lib/store/records.ts';
import { recordsOf, until } from '../../scripts/browser/extension-store.ts';
import type { Unstored } from '../../lib/browser/storage-full.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { csvOf, jdNames, jdRow } from '../support/export-files.ts';
import { makeContact } from '../support/make-contact.ts';
import { importedOrder, makeStart, portionsOf } from '../support/make-import.ts';
import { fillDisk, turnBytes } from './support/break-store.ts';
import { ask, hearStops, killWorker, stopAt, stopped, stopsHeard } from './support/faults.ts';
import { startSeller, type Seller } from './support/seller.ts';
import { contentsOf, expectSound, madeOrders } from './support/sound-store.ts';

const PORTION = 20;
const A_MINUTE = 60_000;

let seller: Seller;
let page: Page;

beforeAll(async () => {
  seller = await startSeller({ customers: 300 });
  page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/popup.html`);
  await hearStops(page);
  const list = await seller.open(consoleUrls.jdOrders);
  await until(
    async () => (await recordsOf(page, 'orders')).length,
    (count) => count > 0,
  );
  await list.close();
});
afterAll(() => seller?.close());

test(
  'bytes of the columns are turned: the dashboard says so until they are made anew from the orders, and the next page is taken in',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    await ask(page, 'rebuildColumns', {});
    await expectSound(page);
    await page.evaluate(turnBytes);
    // Whoever repairs it stands still at the first write, so that what is said meanwhile can be read, and then is gone.
    await killWorker(seller.browser.context, seller.browser.extensionId);
    await ask(page, 'readShippedRules', {});
    const stops = await stopsHeard(page);
    await stopAt(await seller.worker(), { at: 'write', after: 1 });
    const dashboard = await seller.browser.context.newPage();
    await dashboard.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html`);
    const damaged = dashboard.getByText(await wordOf(dashboard, 'dashDamaged'));
    await damaged.waitFor();
    expect(await stopped(page, stops, 10_000)).toBe(true);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    await damaged.waitFor({ state: 'detached' });
    const before = (await recordsOf(page, 'orders')).length;
    const list = await seller.open(consoleUrls.jdOrders);
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.goto(11));
    await until(
      async () => (await recordsOf(page, 'orders')).length,
      (count) => count > before,
    );
    await expectSound(page);
    await dashboard.close();
    await list.close();
  },
);

test(
  'the clock goes back a day: what is done and seen afterwards is later all the same',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    const first = await ask<{ eventId: string }>(page, 'recordContact', makeContact());
    await (
      await seller.worker()
    ).evaluate(() => {
      const own = Date.now;
      Date.now = () => own() - 86_400_000;
    });
    const second = await ask<{ eventId: string }>(page, 'recordContact', makeContact());
    const events = await recordsOf<{ id: string; at: number; logicalTime: string }>(page, 'events');
    const [one, two] = [first, second].map(({ eventId }) => events.find(({ id }) => id === eventId)!);
    expect(two!.at).toBeLessThan(one!.at);
    expect(two!.logicalTime > one!.logicalTime).toBe(true);
    await killWorker(seller.browser.context, seller.browser.extensionId);
  },
);

test('two windows bring in two files at once: both are whole', { timeout: A_MINUTE, retry: 0 }, async () => {
  const before = (await recordsOf(page, 'orders')).length;
  const other = await seller.browser.context.newPage();
  await other.goto(page.url());
  const bring = async (window: Page, from: number, digit: string) => {
    const file = { ...makeStart().file, fingerprint: `${digit.repeat(32)}-0` };
    const { importId } = await ask<ImportProgress>(window, 'beginImport', makeStart({ file }));
    const orders = madeOrders(PORTION * 5, from).map((order) => importedOrder(order));
    for (const portion of portionsOf(importId, { orders }, PORTION)) await ask(window, 'importPortion', portion);
    return await ask<ImportProgress>(window, 'endImport', { importId });
  };
  const both = await Promise.all([bring(page, 10_000, 'a'), bring(other, 20_000, 'b')]);
  expect(both.map(({ counts }) => counts.fresh)).toEqual([PORTION * 5, PORTION * 5]);
  expect((await expectSound(page)).length).toBe(before + PORTION * 10);
  await other.close();
});

test('two dashboards bring in two files at once: both are whole', { timeout: A_MINUTE, retry: 0 }, async () => {
  const before = (await recordsOf(page, 'orders')).length;
  const imports = async () =>
    (await recordsOf<{ id: string; state?: string }>(page, 'jobs')).filter(({ id }) => id.startsWith('import|'));
  const earlier = (await imports()).length;
  const bring = async (from: number) => {
    const name = `${from}.csv`;
    const orders = Array.from({ length: PORTION * 5 }, (_, index) =>
      jdRow({ 订单号: String(5_000_000_000_000_000 + from + index), 下单帐号: `file_${index % 37}` }),
    );
    const window = await seller.browser.context.newPage();
    await window.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#data`);
    const buffer = Buffer.from(csvOf([[...jdNames], ...orders]));
    await window.locator('input[type=file][multiple]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await window.getByRole('article', { name }).locator('dl').waitFor();
    const shopName = window.getByLabel(await wordOf(window, 'importShopName'));
    if ((await shopName.count()) > 0) await shopName.fill('木木家');
    return { window, start: window.getByRole('button', { name: await wordOf(window, 'importStart'), exact: true }) };
  };
  const windows = await Promise.all([bring(40_000), bring(50_000)]);
  await Promise.all(windows.map(async ({ start }) => await start.click()));
  await until(imports, (all) => all.length === earlier + 2 && all.every(({ state }) => state === 'done'));
  expect((await expectSound(page)).length).toBe(before + PORTION * 10);
  await Promise.all(windows.map(async ({ window }) => await window.close()));
});

test(
  'a worker is stopped between a command and its answer: whoever gave it gives it again, and it is done once',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    await until(
      async () => (await recordsOf(page, 'orders')).length,
      (count) => count > 0,
    );
    const panel = await seller.browser.context.newPage();
    await panel.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#segments`);
    await panel.getByLabel(await wordOf(panel, 'dashSegmentName')).fill('要留住的');
    const saved = async () =>
      (await recordsOf<{ kind: string; segment?: { label: string } }>(page, 'events')).filter(
        ({ kind }) => kind === 'segmentSaved',
      );
    const before = await stopsHeard(page);
    await ask(page, 'readShippedRules', {});
    await stopAt(await seller.worker(), { at: 'complete', after: 1, table: 'events' });
    await panel.getByRole('button', { name: await wordOf(panel, 'dashSaveSegment') }).click();
    expect(await stopped(page, before, 10_000)).toBe(true);
    expect((await saved()).length).toBe(1);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    await panel.getByRole('button', { name: await wordOf(panel, 'undo') }).waitFor();
    expect((await saved()).map(({ segment }) => segment!.label)).toEqual(['要留住的']);
    await panel.close();
    await list.close();
  },
);

test(
  'the disk is full for every writer at once: each says what it could not store, until there is room',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    const list = await seller.open(consoleUrls.jdOrders);
    const { importId } = await ask<ImportProgress>(page, 'beginImport', makeStart());
    const [first, second] = portionsOf(
      importId,
      { orders: madeOrders(10, 30_000).map((order) => importedOrder(order)) },
      5,
    );
    await ask(page, 'importPortion', first);
    const file = { ...makeStart().file, fingerprint: `${'c'.repeat(32)}-0` };
    const other = await ask<ImportProgress>(page, 'beginImport', makeStart({ file, shop: { name: '另一家' } }));
    const { shopId } = (await recordsOf<ImportJobRecord>(page, 'jobs')).find((job) => job.importId === other.importId)!;
    const ofPage = (await recordsOf<OrderRecord>(page, 'orders')).find((order) => !order.fromFile && order.customerId)!;
    await expectSound(page);
    const before = await contentsOf(page);
    const meta = await recordsOf<{ name: string; value: string }>(page, 'meta');
    await ask(page, 'beginRestore', { identitySecret: meta.find(({ name }) => name === 'identitySecret')!.value });
    await (await seller.worker()).evaluate(fillDisk);
    const refused = /expected room on the disk/;
    const writers = [
      ['importPortion', second],
      ['recordContact', makeContact()],
      ['rebuildColumns', {}],
      ['restorePortion', { table: 'shops', records: [{ shopId: 's', platform: 'jd', hints: [], name: 's' }] }],
      ['undoImport', { importId }],
      ['forgetCustomer', { customerId: ofPage.customerId }],
      ['setRetention', { ...usualRetention, orders: 365 }],
      ['deleteShop', { shopId }],
      ['setLock', { passphrase: 'seven green bottles' }],
    ] as const;
    for (const [name, input] of writers) await expect(ask(page, name, input, false)).rejects.toThrow(refused);
    expect(await contentsOf(page)).toEqual(before);
    const isSaid = async (kind: Unstored) => await page.getByText(await wordOf(page, `storageFull_${kind}`)).waitFor();
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.goto(12));
    for (const kind of ['event', 'import', 'restore', 'derived', 'page'] as const) await isSaid(kind);
    // A question is no sign of room.
    await ask(page, 'lint', { text: 'a', platform: 'jd', channel: 'chat', shopId: null });
    expect(await page.getByText(await wordOf(page, 'storageFull_event')).count()).toBe(1);
    await killWorker(seller.browser.context, seller.browser.extensionId);
    for (const [name, input] of writers) await ask(page, name, input);
    await ask(page, 'endRestore', {});
    await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.goto(13));
    await page.getByText(await wordOf(page, 'storageFullDo')).waitFor({ state: 'detached', timeout: 20_000 });
    // A page that is still being taken in is in one table and not yet in the next.
    const shown = await (await replicaOf(list, 'jd-shop')).evaluate((console) => console.orderIds());
    await until(
      async () => (await recordsOf<OrderRecord>(page, 'orders')).map(({ orderId }) => orderId),
      (kept) => shown.some((orderId) => kept.includes(orderId)),
    );
    await expectSound(page);
    await list.close();
  },
);

test(
  'the browser loses the store whole: every screen says so and leads to a backup, until somebody has read it; deleting it all is no loss',
  { timeout: A_MINUTE, retry: 0 },
  async () => {
    const { context, extensionId } = seller.browser;
    const isNoted = async () => {
      const settings = await page.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { local: { get(key: null): Promise<object> } } };
        };
        return await chrome.storage.local.get(null);
      });
      return typeof (settings as { heldSince?: number | null }).heldSince === 'number';
    };
    const heldSince = async () =>
      (await recordsOf<{ name: string }>(page, 'meta')).some(({ name }) => name === 'heldSince');
    const startAgain = async () => {
      await killWorker(context, extensionId);
      await ask(page, 'readShippedRules', {});
    };
    await startAgain();
    await until(heldSince, (isHeld) => isHeld);
    // Before the worker has noted it elsewhere, there is nothing by which a loss could be known.
    await until(isNoted, (isKnown) => isKnown);
    const session = await context.newCDPSession(page);
    const origin = `chrome-extension://${extensionId}`;
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    // The page, which stays open, is told by the browser and has the worker find out.
    const says = page.getByText(await wordOf(page, 'storeLostDo'));
    await says.waitFor();
    await page.getByText(await wordOf(page, 'storageFullDo')).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: await wordOf(page, 'storageFullSeen') }).click();
    await says.waitFor({ state: 'detached' });

    const list = await seller.open(consoleUrls.jdOrders);
    await until(
      async () => (await recordsOf(page, 'orders')).length,
      (count) => count > 0,
    );
    await list.close();
    await startAgain();
    await until(heldSince, (isHeld) => isHeld);
    await ask(page, 'deleteStore', {});
    await startAgain();
    await expectSound(page);
    expect(await says.count()).toBe(0);
  },
);
