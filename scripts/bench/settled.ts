/** The end of the work that a large import leaves behind: what is timed beside it is not timed alone. */
import type { Page } from 'playwright-core';
import { until } from '../browser/extension-store.ts';

const LONG_MS = 30 * 60_000;

/** @param page one of ours. Returns once the columns are built and no job is left but the record of the import itself. */
export async function settled(page: Page): Promise<void> {
  await until(
    async () => await page.evaluate(jobIds),
    (ids) => ids.every((id) => id.startsWith('import|')),
    LONG_MS,
  );
}

/** Runs in the page. */
async function jobIds(): Promise<string[]> {
  const opening = indexedDB.open('liuke');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const asking = db.transaction('jobs').objectStore('jobs').getAllKeys();
  const ids = await new Promise<IDBValidKey[]>((resolve) => {
    asking.addEventListener('success', () => resolve(asking.result));
  });
  db.close();
  return ids.map(String);
}
