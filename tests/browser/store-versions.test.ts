/** Two versions of the extension that meet over one store, in a real browser: each says so, and nothing is lost. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STORE_VERSION } from '../../lib/store/database.ts';
import { sourceTables } from '../../lib/store/source-tables.ts';
import { until } from '../../scripts/browser/extension-store.ts';
import { wordOf } from '../../scripts/browser/panel-window.ts';
import { oldStore } from '../support/old-store.ts';
import { killWorker } from './support/faults.ts';
import { startSeller, type Seller } from './support/seller.ts';

let seller: Seller;
/** Of the extension, with nothing of its code: an old or a new version of it. */
let other: Page;

const own = (path: string) => `chrome-extension://${seller.browser.extensionId}/${path}`;
const openPopup = async () => {
  const popup = await seller.browser.context.newPage();
  await popup.goto(own('popup.html'));
  return popup;
};
const says = async (page: Page, key: 'store_heldOpen' | 'store_newerStore' | 'store_olderPage') =>
  await page.getByText(await wordOf(page, key)).waitFor();

beforeAll(async () => {
  seller = await startSeller({ customers: 20 });
});
afterAll(() => seller?.close());
beforeEach(async () => {
  other = await seller.browser.context.newPage();
  await other.goto(own('icon/128.png'));
  await killWorker(seller.browser.context, seller.browser.extensionId);
});

describe('a store of the version before, which an old page holds open', () => {
  test('is said to be held; once the page is gone it is brought up to date with all that is in it', async () => {
    const { stores, records: all } = oldStore(STORE_VERSION - 1);
    const records = Object.fromEntries(sourceTables.map((table) => [table, all[table] ?? []]));
    await other.evaluate(layDown, { version: (STORE_VERSION - 1) * 10, stores, records, keeps: true });
    const popup = await openPopup();
    await says(popup, 'store_heldOpen');
    expect(await versionOf(popup)).toBe((STORE_VERSION - 1) * 10);
    await other.close();
    await popup.getByRole('combobox').waitFor();
    await until(
      async () => await versionOf(popup),
      (version) => version >= STORE_VERSION * 10,
    );
    expect(await keysOf(popup, 'orders')).toEqual(records['orders']!.map(({ id }) => id).toSorted());
    await popup.close();
  });
});

describe('a store of a version to come', () => {
  const newer = { version: (STORE_VERSION + 1) * 10, stores: { later: 'id' }, records: { later: [{ id: 'new' }] } };

  test('is neither read nor changed, and the page says what helps', async () => {
    await other.evaluate(layDown, { ...newer, keeps: false });
    const popup = await openPopup();
    await says(popup, 'store_newerStore');
    await until(
      async () => await popup.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'liuke')),
      (found) => found?.version === newer.version,
    );
    expect(await keysOf(popup, 'later')).toEqual(['new']);
    await Promise.all([popup.close(), other.close()]);
  });

  test('is let in: pages of today let go of the store and say that they are old', async () => {
    await other.evaluate(removeStore);
    const popup = await openPopup();
    await popup.getByRole('combobox').waitFor();
    expect(await versionOf(popup)).toBe(STORE_VERSION * 10);
    await other.evaluate(layDown, { ...newer, keeps: false });
    await says(popup, 'store_olderPage');
    await Promise.all([popup.close(), other.close()]);
  });
});

/** Runs in a page: a store of these tables in place of what there is, or over it where it is newer. */
async function layDown({
  version,
  stores,
  records,
  keeps,
}: {
  version: number;
  stores: Record<string, string>;
  records: Record<string, object[]>;
  /** The connection stays open, deaf to whoever wants the store. */
  keeps: boolean;
}): Promise<void> {
  const done = async (request: IDBRequest) =>
    await new Promise<void>((resolve, reject) => {
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(request.error ?? new Error('no store')));
    });
  if (keeps) await done(indexedDB.deleteDatabase('liuke'));
  const opening = indexedDB.open('liuke', version);
  opening.addEventListener('upgradeneeded', () => {
    const db = opening.result;
    for (const name of Array.from(db.objectStoreNames)) db.deleteObjectStore(name);
    for (const [name, schema] of Object.entries(stores)) {
      const [key, ...indexes] = schema.split(',').map((part) => part.trim());
      const store = db.createObjectStore(name, { keyPath: key! });
      for (const index of indexes) {
        const path = index.replace(/^[*[]|\]$/g, '');
        const keyPath = index.startsWith('[') ? path.split('+') : path;
        store.createIndex(index.replace(/^\*/, ''), keyPath, { multiEntry: index.startsWith('*') });
      }
      for (const record of records[name] ?? []) store.put(record);
    }
  });
  await done(opening);
  // A connection that nobody holds is closed.
  if (keeps) Object.assign(globalThis, { held: opening.result });
  else opening.result.close();
}

/** Runs in a page. */
async function removeStore(): Promise<void> {
  const removing = indexedDB.deleteDatabase('liuke');
  await new Promise((resolve) => {
    removing.addEventListener('success', resolve);
  });
}

async function versionOf(page: Page): Promise<number> {
  return await page.evaluate(
    async () => (await indexedDB.databases()).find(({ name }) => name === 'liuke')?.version ?? 0,
  );
}

async function keysOf(page: Page, table: string): Promise<string[]> {
  return await page.evaluate(async (name) => {
    const opening = indexedDB.open('liuke');
    await new Promise((resolve) => {
      opening.addEventListener('success', resolve);
    });
    const asking = opening.result.transaction(name).objectStore(name).getAllKeys();
    await new Promise((resolve) => {
      asking.addEventListener('success', resolve);
    });
    opening.result.close();
    return (asking.result as string[]).toSorted();
  }, table);
}
