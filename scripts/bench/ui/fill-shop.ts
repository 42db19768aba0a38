/** A shop of many customers in the store of a browser: by the import of an export file, as a seller would. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wordOf } from '../../browser/panel-window.ts';
import { writeCsvExport } from '../import/export-of.ts';
import { settled } from '../settled.ts';

const LONG_MS = 15 * 60_000;
/** An order of the export has so many rows on average. */
const ROWS_PER_ORDER = 1.65;
const ORDERS_PER_CUSTOMER = 1.3;

/** @param page the insight page; the first shop that it knows takes the orders in. Returns once all work on them is done. */
export async function fillShop(page: Page, customers: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liuke-ui-'));
  const path = join(folder, 'orders.csv');
  try {
    const rows = Math.ceil(customers * ORDERS_PER_CUSTOMER * ROWS_PER_ORDER);
    await writeCsvExport(path, rows, (order) => order % customers);
    await page.locator('input[type=file][multiple]').setInputFiles(path);
    const start = page.getByRole('button', { name: await wordOf(page, 'importStart') });
    await start.waitFor({ timeout: LONG_MS });
    await start.click();
    await page.getByRole('button', { name: await wordOf(page, 'importDismiss') }).waitFor({ timeout: LONG_MS });
    await settled(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Records of a table, as the store of a page of ours has them. */
export async function countOf(page: Page, table: string): Promise<number> {
  return await page.evaluate(async (name) => {
    const opening = indexedDB.open('liuke');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const asking = db.transaction(name).objectStore(name).count();
    const count = await new Promise<number>((resolve) => {
      asking.addEventListener('success', () => resolve(asking.result));
    });
    db.close();
    return count;
  }, table);
}

/** The first keys of a table, as the store of a page of ours has them. */
export async function keysOf(page: Page, table: string, most: number): Promise<string[]> {
  return await page.evaluate(
    async ([name, count]) => {
      const opening = indexedDB.open('liuke');
      const db = await new Promise<IDBDatabase>((resolve) => {
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const asking = db.transaction(name).objectStore(name).getAllKeys(null, count);
      const keys = await new Promise<IDBValidKey[]>((resolve) => {
        asking.addEventListener('success', () => resolve(asking.result));
      });
      db.close();
      return keys as string[];
    },
    [table, most] as const,
  );
}

/** Names of customers as they are searched for, from this one on in the order of the index. */
export async function namesFrom(page: Page, from: string, most: number): Promise<string[]> {
  return await page.evaluate(
    async ([first, count]) => {
      const opening = indexedDB.open('liuke');
      const db = await new Promise<IDBDatabase>((resolve) => {
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const index = db.transaction('customers').objectStore('customers').index('searchName');
      const asking = index.getAll(IDBKeyRange.lowerBound(first), count);
      const found = await new Promise<{ display: string }[]>((resolve) => {
        asking.addEventListener('success', () => resolve(asking.result as { display: string }[]));
      });
      db.close();
      return found.map(({ display }) => display);
    },
    [from, most] as const,
  );
}
