/**
 * The records that an import made, all of them, put again into a database of their own with the same indexes, by nothing but IndexedDB.
 * Only the putting is timed. Runs in a page of the extension, so it is one function.
 */
export async function barePuts(): Promise<{ orders: number; customers: number; putMs: number; putRecords: number }> {
  const PORTION = 1000;
  const answer = async <Result>(asking: IDBRequest<Result>): Promise<Result> =>
    await new Promise((resolve, reject) => {
      asking.addEventListener('success', () => resolve(asking.result));
      asking.addEventListener('error', () => reject(asking.error ?? new Error('no answer')));
    });
  const from = await answer(indexedDB.open('liuke'));
  await answer(indexedDB.deleteDatabase('liuke-bare'));
  const opening = indexedDB.open('liuke-bare', 1);
  opening.addEventListener('upgradeneeded', () => {
    for (const name of ['orders', 'customers']) {
      const source = from.transaction(name).objectStore(name);
      const store = opening.result.createObjectStore(name, { keyPath: source.keyPath as string });
      for (const index of source.indexNames) store.createIndex(index, source.index(index).keyPath as string);
    }
  });
  const to = await answer(opening);
  const counts = { orders: 0, customers: 0 };
  let [putMs, putRecords] = [0, 0];
  for (const name of ['orders', 'customers'] as const) {
    counts[name] = await answer(from.transaction(name).objectStore(name).count());
    let after: IDBKeyRange | null = null;
    for (;;) {
      const records: unknown[] = await answer(from.transaction(name).objectStore(name).getAll(after, PORTION));
      if (records.length === 0) break;
      const start = performance.now();
      const transaction = to.transaction(name, 'readwrite');
      const store = transaction.objectStore(name);
      for (const record of records) store.put(record);
      await new Promise((resolve, reject) => {
        transaction.addEventListener('complete', resolve);
        transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
      });
      putMs += performance.now() - start;
      putRecords += records.length;
      const last = records.at(-1) as Record<string, string>;
      after = IDBKeyRange.lowerBound(last[store.keyPath as string], true);
    }
  }
  from.close();
  to.close();
  await answer(indexedDB.deleteDatabase('liuke-bare'));
  return { ...counts, putMs, putRecords };
}
