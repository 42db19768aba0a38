/** How fresh the store is. */
import type { LiukeDatabase } from '../store/database.ts';

/**
 * @param shopId null for all shops together
 * @returns when a page was last taken in (epoch ms), null before any
 */
export async function readDataAsOf(db: LiukeDatabase, shopId: string | null): Promise<number | null> {
  const captures = shopId ? await db.captures.where('shopId').equals(shopId).toArray() : await db.captures.toArray();
  return captures.length === 0 ? null : Math.max(...captures.map((capture) => capture.lastAt));
}
