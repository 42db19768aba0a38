/** How often names of a shop's buyers begin with which character, kept up with every new order. */
import { nameCountId } from '../model/link.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord } from '../store/records.ts';

/** @param stored the orders as they were before; those known already are counted already */
export async function countNames(
  db: LiukeDatabase,
  orders: readonly OrderRecord[],
  stored: readonly (OrderRecord | undefined)[],
): Promise<void> {
  const known = new Set(stored.map((order) => order?.id));
  await addNames(
    db,
    orders.filter(({ id }) => !known.has(id)),
    1,
  );
}

/** @param by 1 for orders that came, -1 for orders that are gone */
export async function addNames(db: LiukeDatabase, orders: readonly OrderRecord[], by: 1 | -1): Promise<void> {
  const fresh = orders.filter(({ buyer }) => buyer.display);
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
