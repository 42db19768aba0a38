/** What happens to a store without anybody wanting it: functions that run in the extension, so each stands alone. */

/** Runs in a page of the extension: all is gone but the key of the customers. */
export async function emptyStore(tables: readonly string[]): Promise<void> {
  const opening = indexedDB.open('liuke');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = db.transaction(tables, 'readwrite');
  for (const table of tables) if (table !== 'meta') transaction.objectStore(table).clear();
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  db.close();
}

/** Runs in a page of the extension: damage as a disk makes it. */
export async function turnBytes(): Promise<void> {
  const opening = indexedDB.open('liuke');
  const db = await new Promise<IDBDatabase>((resolve) =>
    opening.addEventListener('success', () => resolve(opening.result)),
  );
  const transaction = db.transaction('columns', 'readwrite');
  const walking = transaction.objectStore('columns').openCursor();
  walking.addEventListener('success', () => {
    const cursor = walking.result;
    if (!cursor) return;
    const record = cursor.value as { bytes: ArrayBuffer };
    const bytes = new Uint8Array(record.bytes);
    for (let at = 30; at < bytes.length; at += 97) bytes[at]! ^= 0x41;
    cursor.update({ ...record, bytes: bytes.buffer });
    cursor.continue();
  });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  db.close();
}

/** Runs in the worker: from now on nothing more fits, as a browser that has used up what it allows itself says it. */
export function fillDisk(): void {
  const store = IDBObjectStore.prototype as unknown as Record<string, () => never>;
  for (const name of ['put', 'add'])
    store[name] = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
}

/** Runs in a page of the extension: as a later version of it leaves the store. */
export async function raiseStore(version: number): Promise<void> {
  const opening = indexedDB.open('liuke', version);
  await new Promise((resolve) => {
    opening.addEventListener('success', resolve);
  });
  opening.result.close();
}
