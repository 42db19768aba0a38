/** Who the buyers of a page are: by its orders as they are stored now, so that a link counts as soon as it is confirmed. */
import { maskName } from '../../model/identity.ts';
import type { PageBuyer } from '../../model/page-state.ts';
import type { Platform } from '../../model/platform.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';

/** One entry per customer; a mask is an entry per order, since two of the same mask may be two people. */
export function buyersOf(orders: readonly OrderRecord[]): PageBuyer[] {
  const buyers = new Map<string, PageBuyer>();
  for (const { orderId, customerId, buyer } of orders) {
    const key = customerId ?? `order ${orderId}`;
    const known = buyers.get(key);
    if (known) known.orderIds.push(orderId);
    else buyers.set(key, { customerId, display: buyer.display && maskName(buyer.display), orderIds: [orderId] });
  }
  return [...buyers.values()];
}

/** @param buyers as the page reported them */
export async function readPageBuyers(
  db: LiukeDatabase,
  platform: Platform,
  buyers: readonly PageBuyer[],
): Promise<PageBuyer[]> {
  const ids = buyers.flatMap(({ orderIds }) => orderIds.map((orderId) => `${platform}:${orderId}`));
  return buyersOf((await db.orders.bulkGet(ids)).filter((order) => order !== undefined));
}
