/**
 * Exporting and forgetting in a large store of a real Chromium: `npm run bench:privacy [rows of the import]`, 200,000 when left out. Memory
 * is that of the browser's processes. The extension must be built (`npm run build`).
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchWithExtension } from '../browser/chromium.ts';
import { wordOf } from '../browser/panel-window.ts';
import { writeCsvExport } from './import/export-of.ts';
import { memoryNow, memoryText, watchMemory } from './import/memory.ts';
import { countsIn, forgetInStore, someCustomers } from './privacy/in-extension.ts';

const LONG_MS = 20 * 60_000;
const FORGOTTEN = 5;

const extensionDir = join(import.meta.dirname, '../../.output/chrome-mv3');
if (!existsSync(join(extensionDir, 'manifest.json'))) throw new Error('expected a built extension: npm run build');
const rows = Number(process.argv[2] ?? 200_000);
const folder = mkdtempSync(join(tmpdir(), 'liuke-privacy-'));
console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`);
const browser = await launchWithExtension({ extensionDir, headless: true });
try {
  const path = join(folder, 'orders.csv');
  await writeCsvExport(path, rows);
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  await page.goto(`chrome-extension://${browser.extensionId}/dashboard.html#data`);
  await importFile(page, path);
  const counts = await page.evaluate(countsIn);
  console.log(`${counts['orders']} orders, ${counts['customers']} customers; load ${loadavg()[0]!.toFixed(1)}`);
  for (const format of ['csv', 'xlsx'] as const)
    for (const what of ['customers', 'orders'] as const) await exportTable(page, what, format);
  await forgetSome(page);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function importFile(page: Page, path: string): Promise<void> {
  const start = page.getByRole('button', { name: await wordOf(page, 'importStart') });
  await page.locator('input[type=file][multiple]').setInputFiles(path);
  await start.waitFor({ timeout: LONG_MS });
  await page.getByLabel(await wordOf(page, 'importShopName')).fill('bench');
  await start.click();
  const dismiss = page.getByRole('button', { name: await wordOf(page, 'importDismiss') });
  await dismiss.waitFor({ timeout: LONG_MS });
  // The columns are built anew after a large import, and models fitted.
  while ((await page.evaluate(countsIn))['openJobs']! > 0) await page.waitForTimeout(1000);
}

async function exportTable(page: Page, what: string, format: string): Promise<void> {
  await page.getByLabel(await wordOf(page, 'exportWhat')).selectOption(what);
  const name = await wordOf(page, format === 'csv' ? 'exportFormat_csv' : 'exportFormat_xlsx');
  await page.getByRole('radio', { name, exact: true }).check();
  const before = memoryNow();
  const memory = watchMemory();
  const begin = performance.now();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: LONG_MS }),
    page.getByRole('button', { name: await wordOf(page, 'exportSave'), exact: true }).click(),
  ]);
  const seconds = (performance.now() - begin) / 1000;
  const peak = memory.stop();
  const file = join(folder, `table.${format}`);
  await download.saveAs(file);
  console.log(
    `${what} as ${format}: ${seconds.toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(1)} MB; memory, MB of its own (resident): before ${memoryText(before)}; at most ${memoryText(peak)}`,
  );
}

async function forgetSome(page: Page): Promise<void> {
  const times: number[] = [];
  for (const customerId of await page.evaluate(someCustomers, FORGOTTEN)) {
    const { ms, orders } = await page.evaluate(forgetInStore, customerId);
    times.push(ms);
    console.log(`forgot a customer of ${orders} orders in ${ms.toFixed(0)} ms`);
  }
  console.log(`median ${times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(0)} ms`);
}
