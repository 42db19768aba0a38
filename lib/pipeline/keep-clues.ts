/** What is kept of the clues to a masked buyer: the place, and of the phone a keyed hash. */
import type { Order, SeenClues, SeenOrder } from '../model/order.ts';
import type { OrderClues } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';

/** The clues of an order that is a mask; undefined for one whose buyer is known, and where the page shows none. */
export type CluesOf = (order: Order) => OrderClues | undefined;

/** Made beforehand: hashing within a transaction would end it. */
export async function cluesKept(ids: CustomerIds, shopId: string, orders: readonly SeenOrder[]): Promise<CluesOf> {
  const kept = new Map<string, OrderClues>();
  for (const { orderId, buyer, clues } of orders)
    if (clues && buyer.quality === 'masked') kept.set(orderId, await keptOf(ids, shopId, clues));
  return ({ orderId }) => kept.get(orderId);
}

async function keptOf(ids: CustomerIds, shopId: string, { phoneTail, place }: SeenClues): Promise<OrderClues> {
  return { phoneHash: phoneTail === null ? null : await ids.ofPhoneTail(shopId, phoneTail), place };
}
