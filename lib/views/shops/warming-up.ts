/** Whether enough of a shop was seen for its customers to be ranked (PRODUCT 4.5: below 200 orders facts alone). */
import type { LiukeDatabase } from '../../store/database.ts';
import { countUpTo } from '../../store/first-keys.ts';

export const ENOUGH_ORDERS = 200;

/** @param shopId null for all shops together @returns orders in the store, none counted beyond those that are enough */
export async function countFirstOrders(db: LiukeDatabase, shopId: string | null): Promise<number> {
  const orders = shopId === null ? db.orders.toCollection() : db.orders.where({ shopId });
  return await countUpTo(orders, ENOUGH_ORDERS);
}
