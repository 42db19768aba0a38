/** What the bench asks of the extension: each runs within one of its pages, on its own. */

/** Records by table, and jobs that are not done. */
export async function countsIn(): Promise<Record<string, number>> {
  const opening = indexedDB.open('liuke');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = db.transaction(['orders', 'customers', 'dirtyLists', 'jobs']);
  const answer = async <Value>(request: IDBRequest<Value>) =>
    await new Promise<Value>((resolve) => {
      request.addEventListener('success', () => resolve(request.result));
    });
  const [orders, customers, dirty, jobs] = await Promise.all([
    answer(transaction.objectStore('orders').count()),
    answer(transaction.objectStore('customers').count()),
    answer(transaction.objectStore('dirtyLists').count()),
    answer(transaction.objectStore('jobs').getAllKeys() as IDBRequest<string[]>),
  ]);
  db.close();
  const open = jobs.filter((key) => !key.startsWith('import|'));
  return { orders, customers, openJobs: open.length + dirty };
}

/** Ids of so many customers, from all over the store. */
export async function someCustomers(count: number): Promise<string[]> {
  const opening = indexedDB.open('liuke');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const asking = db.transaction('customers').objectStore('customers').getAllKeys() as IDBRequest<string[]>;
  const keys = await new Promise<string[]>((resolve) => {
    asking.addEventListener('success', () => resolve(asking.result));
  });
  db.close();
  return Array.from({ length: count }, (_, at) => keys[Math.floor(((at + 0.5) * keys.length) / count)]!);
}

export async function forgetInStore(customerId: string): Promise<{ ms: number; orders: number }> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<{ counts: Record<string, number> }> } };
  };
  const begin = performance.now();
  const receipt = await chrome.runtime.sendMessage({ name: 'forgetCustomer', input: { customerId } });
  return { ms: performance.now() - begin, orders: receipt.counts['orders'] ?? 0 };
}
