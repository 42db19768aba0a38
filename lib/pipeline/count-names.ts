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
  const fresh = orders.filter(({ id, buyer }) => buyer.display && !known.has(id));
  if (fresh.length === 0) return;
  const gained = new Map<string, number>();
  const add = (id: string) => gained.set(id, (gained.get(id) ?? 0) + 1);
  for (const { shopId, buyer } of fresh) {
    add(nameCountId(shopId, Array.from(buyer.display!)[0]!));
    add(nameCountId(shopId, ''));
  }
  const ids = [...gained.keys()];
  const before = await db.nameCounts.bulkGet(ids);
  await db.nameCounts.bulkPut(ids.map((id, index) => ({ id, count: (before[index]?.count ?? 0) + gained.get(id)! })));
}
