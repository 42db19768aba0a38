import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportJobRecord } from '../../lib/store/records.ts';
import { recordsOf, storedOrders, until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { exportRows, exportColumns, writeXlsxExport } from '../../scripts/bench/import/export-of.ts';
import { gbkBytes } from '../../scripts/demo/answers/gb18030.ts';
import { csvOf } from '../support/export-files.ts';
import { ask, hearStops, isLong, killWorker as killWorkerOf, stopAt, stopped } from './support/faults.ts';
import { startSeller, type Seller } from './support/seller.ts';

const DEATHS = isLong ? 20 : 5;
const CSV_ROWS = isLong ? 24_000 : 7_000;
const XLSX_ROWS = 3_000;

let folder: string;
let seller: Seller;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuke-import-'));
  writeFileSync(join(folder, 'orders.csv'), gbkBytes(csvOf([exportColumns, ...exportRows(CSV_ROWS)])));
  await writeXlsxExport(join(folder, 'orders.xlsx'), XLSX_ROWS);
  const own = [
    ['单号', '时间'],
    ['3400070000015838', '2026-05-01 11:00:00'],
  ];
  writeFileSync(join(folder, 'own.csv'), csvOf(own));
  seller = await startSeller();
  page = await seller.browser.context.newPage();
  await page.goto(`chrome-extension://${seller.browser.extensionId}/dashboard.html#data`);
});
afterAll(async () => {
  await seller?.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = async (name: Parameters<typeof wordOf>[1]) =>
  await page.getByRole('button', { name: await wordOf(page, name), exact: true }).click();

async function choose(name: string): Promise<void> {
  await page.locator('input[type=file][multiple]').setInputFiles(join(folder, name));
  await page.getByRole('article', { name }).locator('dl').waitFor({ timeout: 60_000 });
}

async function nameShop(): Promise<void> {
  await page.getByLabel(await wordOf(page, 'importShopName')).fill('木木家');
}

const jobs = async () => (await recordsOf<ImportJobRecord>(page, 'jobs')).filter(({ id }) => id.startsWith('import|'));
const isDone = async (timeoutMs = 120_000) =>
  await until(jobs, (all) => all.length > 0 && all.every(({ state }) => state === 'done'), timeoutMs);

/** The orders that are in the file, and how many rows each has. */
function ordersOf(rows: number): Map<string, number> {
  const place = exportColumns.indexOf('订单号');
  const orders = new Map<string, number>();
  for (const cells of exportRows(rows)) orders.set(cells[place]!, (orders.get(cells[place]!) ?? 0) + 1);
  return orders;
}

const killWorker = async () => await killWorkerOf(seller.browser.context, seller.browser.extensionId);

test('columns that nobody knows are dragged onto their fields', async () => {
  await page.locator('input[type=file][multiple]').setInputFiles(join(folder, 'own.csv'));
  await press('mapColumns');
  const columns = page.getByRole('list', { name: await wordOf(page, 'mapTheColumns') });
  for (const [field, column] of [
    ['field_orderId', '单号'],
    ['field_orderTime', '时间'],
  ] as const) {
    const slot = page.getByRole('combobox', { name: new RegExp(`^${await wordOf(page, field)}`) });
    await columns.getByText(column, { exact: true }).dragTo(slot);
    expect(await slot.inputValue()).toBe(column);
  }
  await press('mapDone');
  const found = page.getByRole('article', { name: 'own.csv' });
  await found.locator('dl').waitFor();
  await found.getByRole('button', { name: await wordOf(page, 'importRemove') }).click();
});

describe('a file of orders', () => {
  test(`in GBK is whole in the store after ${DEATHS} deaths of the writer: nothing doubled, nothing lost`, async () => {
    await choose('orders.csv');
    expect((await storedOrders(page)).length).toBe(0);
    await nameShop();
    await press('importStart');
    let deaths = 0;
    for (let round = 0; round < DEATHS; round += 1) {
      await page.waitForTimeout(60 + ((round * 37) % 190));
      if (await killWorker()) deaths += 1;
    }
    const [job] = await isDone();
    expect(deaths).toBeGreaterThan(DEATHS / 2);
    const wanted = ordersOf(CSV_ROWS);
    const stored = await storedOrders(page);
    expect(stored.length).toBe(wanted.size);
    expect(Object.fromEntries(stored.map(({ orderId, items }) => [orderId, items.length]))).toEqual(
      Object.fromEntries(wanted),
    );
    expect(job).toMatchObject({ rows: CSV_ROWS, counts: { fresh: wanted.size, newer: 0, same: 0, refused: 0 } });
    const [coverage] = await recordsOf<{ ordersByDay: Record<string, number> }>(page, 'coverage');
    expect(Object.values(coverage!.ordersByDay).reduce((sum, orders) => sum + orders, 0)).toBe(wanted.size);
  }, 240_000);

  test('is taken back whole, the writer dying meanwhile', async () => {
    await press('importUndo');
    for (let round = 0; round < 5; round += 1) {
      await page.waitForTimeout(100);
      await killWorker();
    }
    await until(jobs, (all) => all.length === 0, 120_000);
    for (const table of ['orders', 'customers', 'shops', 'coverage', 'nameCounts', 'undoSteps', 'tellings'])
      expect([table, (await recordsOf(page, table)).length]).toEqual([table, 0]);
  }, 180_000);

  test('as a workbook, goes on at the row where it stopped when the page was closed', async () => {
    await choose('orders.csv');
    await nameShop();
    // Held in the middle of it: however fast it is, the page is gone before the end.
    await hearStops(page);
    await ask(page, 'readShippedRules', {});
    await stopAt(await seller.worker(), { at: 'complete', after: 2, table: 'undoSteps' });
    await press('importStart');
    expect(await stopped(page, 0, 60_000)).toBe(true);
    await page.reload();
    await killWorker();
    const reached = (await jobs())[0]!;
    expect(reached).toMatchObject({ state: 'running' });
    expect(reached.rows).toBeLessThan(CSV_ROWS);
    await choose('orders.csv');
    await choose('orders.xlsx');
    await press('importStart');
    await isDone();
    const all = await until(jobs, (found) => found.length === 2, 120_000);
    await isDone();
    const ofCsv = all.find(({ importId }) => importId === reached.importId);
    const wanted = ordersOf(CSV_ROWS);
    expect(ofCsv).toMatchObject({ rows: CSV_ROWS, counts: { fresh: wanted.size, same: 0 } });
    // The workbook's orders are the first of the same made-up shop's, at other times: all of them are known.
    const ofXlsx = (await jobs()).find(({ importId }) => importId !== reached.importId)!;
    expect(ofXlsx.counts.fresh + ofXlsx.counts.newer + ofXlsx.counts.same).toBe(ordersOf(XLSX_ROWS).size);
    const ids = new Set([...wanted.keys(), ...ordersOf(XLSX_ROWS).keys()]);
    expect((await storedOrders(page)).length).toBe(ids.size);
  }, 240_000);
});
