/** What is in the extension's database and session, asked of its worker or of one of its pages. */
import type { Page, Worker } from 'playwright-core';
import type { PageState } from '../../lib/model/page-state.ts';
import type { OrderRecord } from '../../lib/store/records.ts';

/** All records of one table. */
export async function recordsOf<Row>(context: Page | Worker, table: string): Promise<Row[]> {
  // Both evaluate alike; their overloads only do not meet in a union.
  return await (context as Page).evaluate(readTable<Row>, table);
}

export async function storedOrders(context: Page | Worker): Promise<OrderRecord[]> {
  return await recordsOf<OrderRecord>(context, 'orders');
}

/** The states of all tabs, as panel and popup see them. */
export async function pageStates(worker: Worker): Promise<PageState[]> {
  return await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(key: null): Promise<Record<string, unknown>> } } };
    };
    const all = await chrome.storage.session.get(null);
    return Object.entries(all).flatMap(([key, value]) => (key.startsWith('page:') ? [value as PageState] : []));
  });
}

/** Waits until `isTrue` holds of what `read` gives. @throws Error with the last value when it does not come true in time */
export async function until<T>(read: () => Promise<T>, isTrue: (value: T) => boolean, timeoutMs = 25_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (isTrue(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`did not come true within ${timeoutMs} ms; last: ${JSON.stringify(value)?.slice(0, 500)}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}

/**
 * Runs in the extension's worker: plain IndexedDB, so that no code of ours vouches for itself. Bytes travel as numbers, one per
 * byte.
 */
function readTable<Row>(table: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('liuke');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
    opening.addEventListener('success', () => {
      const db = opening.result;
      const reading = db.transaction(table).objectStore(table).getAll();
      reading.addEventListener('success', () => {
        db.close();
        const plain = (value: unknown) => (value instanceof ArrayBuffer ? Array.from(new Uint8Array(value)) : value);
        const records = reading.result as Record<string, unknown>[];
        resolve(
          records.map((record) =>
            Object.fromEntries(Object.entries(record).map(([name, value]) => [name, plain(value)])),
          ) as Row[],
        );
      });
      reading.addEventListener('error', () => reject(reading.error ?? new Error(`cannot read ${table}`)));
    });
  });
}
