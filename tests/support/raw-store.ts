/** What really lies in the browser's database, beneath all that the store lays over it. */

/** Every record of every table as one text. */
export async function rawText(name: string): Promise<string> {
  const opening = indexedDB.open(name);
  const raw = await answer<IDBDatabase>(opening);
  try {
    const tables = Array.from(raw.objectStoreNames);
    const transaction = raw.transaction(tables);
    const all = await Promise.all(tables.map((table) => answer<unknown[]>(transaction.objectStore(table).getAll())));
    const keys = await Promise.all(
      tables.flatMap((table) => {
        const store = transaction.objectStore(table);
        return Array.from(store.indexNames, (index) => indexKeys(store.index(index)));
      }),
    );
    return JSON.stringify([all, keys]);
  } finally {
    raw.close();
  }
}

async function indexKeys(index: IDBIndex): Promise<unknown[]> {
  const keys: unknown[] = [];
  return await new Promise((resolve, reject) => {
    const request = index.openKeyCursor();
    request.addEventListener('error', () => reject(request.error!));
    request.addEventListener('success', () => {
      if (!request.result) return resolve(keys);
      keys.push(request.result.key);
      request.result.continue();
    });
  });
}

async function answer<Result>(request: IDBRequest): Promise<Result> {
  return await new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as Result));
    request.addEventListener('error', () => reject(request.error!));
  });
}
