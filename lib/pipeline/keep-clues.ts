/** What is kept of the clues to a masked buyer: the place, and of the phone a keyed hash. */
import type { ImportedOrder } from '../model/imported.ts';
import type { Order, SeenClues, SeenOrder } from '../model/order.ts';
import type { OrderClues, OrderRecord } from '../store/records.ts';
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

/** Of the orders of a file, which show the place alone. */
export function placesOf(orders: readonly ImportedOrder[]): CluesOf {
  const kept = new Map<string, OrderClues>();
  for (const { order, place } of orders) if (place) kept.set(order.orderId, { phoneHash: null, place });
  return ({ orderId }) => kept.get(orderId);
}

/** What is stored of an order with what is shown now: of two that differ the later one counts, and gaps are filled. */
export function joinedClues(
  stored: Pick<OrderRecord, 'clues' | 'seenAt'> | undefined,
  shown: OrderClues | undefined,
  seenAt: number,
): OrderClues | undefined {
  if (!stored?.clues || !shown) return shown ?? stored?.clues;
  const [later, earlier] = seenAt < stored.seenAt ? [stored.clues, shown] : [shown, stored.clues];
  return { phoneHash: later.phoneHash ?? earlier.phoneHash, place: later.place ?? earlier.place };
}

async function keptOf(ids: CustomerIds, shopId: string, { phoneTail, place }: SeenClues): Promise<OrderClues> {
  return { phoneHash: phoneTail === null ? null : await ids.ofPhoneTail(shopId, phoneTail), place };
}
