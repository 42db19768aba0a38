import type { LiukeDatabase } from '../../lib/store/database.ts';

/** Customers whose columns wait to be computed anew, each once, ascending. */
export async function dirtyIds(db: LiukeDatabase): Promise<string[]> {
  const lists = await db.dirtyLists.toArray();
  return [...new Set(lists.flatMap(({ customerIds }) => customerIds))].toSorted();
}
