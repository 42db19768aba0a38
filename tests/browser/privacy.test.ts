import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../lib/model/audit.ts';
import { maskName } from '../../lib/model/identity.ts';
import type { CustomerRecord } from '../../lib/store/records.ts';
import { recordsOf, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { painted, replicaOf } from '../../scripts/browser/replica.ts';
import { consoleUrls } from '../../scripts/demo/console-urls.ts';
import { startSeller, type Seller } from './support/seller.ts';

let folder: string;
let seller: Seller;
let list: Page;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuke-privacy-'));
  seller = await startSeller();
  list = await openList();
  page = await seller.browser.context.newPage();
  // Without the dialog for files, which no script can press.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  await page.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#data`);
  await until(
    async () => (await storedOrders(page)).length,
    (count) => count >= 50,
  );
});
afterAll(async () => {
  await seller?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openList(): Promise<Page> {
  const opened = await seller.open(consoleUrls.jdOrders);
  await (await replicaOf(opened, 'jd-shop')).evaluate((console) => console.setPageSize(50));
  await painted(opened);
  return opened;
}

const press = async (key: Parameters<typeof wordOf>[1]) =>
  await page.getByRole('button', { name: await wordOf(page, key), exact: true }).click();
const audit = async () => await recordsOf<AuditEntry>(page, 'audit');

describe('in the built extension', () => {
  test('orders are saved as a table with masked names', async () => {
    await page.getByLabel(await wordOf(page, 'exportWhat')).selectOption('orders');
    await page.getByRole('radio', { name: await wordOf(page, 'exportFormat_csv'), exact: true }).check();
    const [download] = await Promise.all([page.waitForEvent('download'), press('exportSave')]);
    const path = join(folder, 'orders.csv');
    await download.saveAs(path);
    const rows = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    const orders = await storedOrders(page);
    expect(rows).toHaveLength(orders.length + 1);
    const names = new Set(orders.flatMap(({ buyer: { display } }) => display ?? []));
    const whole = [...names].filter((name) => maskName(name) !== name);
    expect(whole.length).toBeGreaterThan(10);
    expect(whole.filter((name) => rows.some((row) => row.includes(name)))).toEqual([]);
    expect((await audit()).map(({ kind, what, counts }) => [kind, what, counts])).toEqual([
      ['exported', 'orders', { rows: orders.length }],
    ]);
  });

  test('a customer who is forgotten does not come back with the page', async () => {
    const orders = await storedOrders(page);
    const customers = await recordsOf<CustomerRecord>(page, 'customers');
    const { customerId, display } = customers.find((each) =>
      orders.some((order) => order.customerId === each.customerId),
    )!;
    await page.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#privacy`);
    await page.getByLabel(await wordOf(page, 'forgetWhom')).fill(display);
    await press('forget');
    await page.getByRole('checkbox').check();
    await press('forgetNow');
    await page.getByRole('button', { name: await wordOf(page, 'receiptSave') }).waitFor();
    const theirs = orders.filter((order) => order.customerId === customerId);
    const left = await storedOrders(page);
    expect(left).toHaveLength(orders.length - theirs.length);
    await list.close();
    const captured = async () => (await recordsOf<{ lastAt: number }>(page, 'captures'))[0]!.lastAt;
    const before = await captured();
    await openList();
    await until(captured, (at) => at > before);
    expect((await storedOrders(page)).map(({ id }) => id).toSorted()).toEqual(left.map(({ id }) => id).toSorted());
    expect((await recordsOf<CustomerRecord>(page, 'customers')).some((each) => each.display === display)).toBe(false);
    expect((await audit()).at(-1)).toMatchObject({ kind: 'customerForgotten', counts: { orders: theirs.length } });
  });
});
