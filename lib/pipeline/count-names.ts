/** How often names of a shop's buyers begin with which character, kept up with every new order. */
import { nameCountId } from '../model/link.ts';
import { isSealed } from '../model/sealed.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord } from '../store/records.ts';

/** @param stored the orders as they were before; a name that begins otherwise now is counted where it begins now */
export async function countNames(
  db: LiukeDatabase,
  orders: readonly OrderRecord[],
  stored: readonly (OrderRecord | undefined)[],
): Promise<void> {
  const known = new Map(stored.flatMap((order) => (order ? [[order.id, order]] : [])));
  const news = orders.filter((order) => !isCountedAlike(known.get(order.id), order));
  const former = news.flatMap(({ id }) => known.get(id) ?? []);
  if (former.length > 0) await addNames(db, former, -1);
  await addNames(db, news, 1);
}

function isCountedAlike(before: OrderRecord | undefined, after: OrderRecord): boolean {
  if (before?.shopId !== after.shopId) return false;
  const [was, is] = [before.buyer.display, after.buyer.display];
  // With what a sealed name begins is not to be seen.
  if (isSealed(was ?? '') || isSealed(is ?? '')) return true;
  return Array.from(was ?? '')[0] === Array.from(is ?? '')[0];
}

/** In place of a count: they are to be counted anew. No shop has this id. */
const RECOUNT = 'recount';
const SLICE = 2_000;

/** Counts all names of all shops again where something was not counted while it was locked. */
export async function recountNames(db: LiukeDatabase): Promise<void> {
  if (db.seal.isLocked || !(await db.nameCounts.get(RECOUNT))) return;
  await db.transaction('rw', [db.orders, db.nameCounts], async () => {
    await db.nameCounts.clear();
    for (let after = '', isEnd = false; !isEnd;) {
      const orders = await db.orders.where('id').above(after).limit(SLICE).toArray();
      await addNames(db, orders, 1);
      isEnd = orders.length < SLICE;
      after = orders.at(-1)?.id ?? after;
    }
  });
}

/** @param by 1 for orders that came, -1 for orders that are gone */
export async function addNames(db: LiukeDatabase, orders: readonly OrderRecord[], by: 1 | -1): Promise<void> {
  const fresh = orders.filter(({ buyer }) => buyer.display && !isSealed(buyer.display));
  // With what a sealed name begins is not to be seen: they are counted anew when it is unlocked.
  if (orders.some(({ buyer }) => isSealed(buyer.display ?? ''))) await db.nameCounts.put({ id: RECOUNT, count: 1 });
  if (fresh.length === 0) return;
  const gained = new Map<string, number>();
  const add = (id: string) => gained.set(id, (gained.get(id) ?? 0) + by);
  for (const { shopId, buyer } of fresh) {
    add(nameCountId(shopId, Array.from(buyer.display!)[0]!));
    add(nameCountId(shopId, ''));
  }
  const ids = [...gained.keys()];
  const before = await db.nameCounts.bulkGet(ids);
  const after = ids.map((id, index) => ({ id, count: (before[index]?.count ?? 0) + gained.get(id)! }));
  await db.nameCounts.bulkPut(after.filter(({ count }) => count > 0));
  await db.nameCounts.bulkDelete(after.filter(({ count }) => count <= 0).map(({ id }) => id));
}
