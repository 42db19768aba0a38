/** A Taobao shop's pages, as links are made of them: masked orders, orders with a uid, reviews with a securityuid. */
import { buyerOfKey, buyerOfNick, type Buyer } from '../../lib/model/identity.ts';
import type { Order } from '../../lib/model/order.ts';
import { PLACED_AT, makeOrder } from './make-order.ts';
import { makeReport, type KnownReport } from './make-report.ts';

/** The shop of pages that name none. */
export const linkShopId = 'taobao-unnamed';
/** Orders of the buyer with this uid usually end in `tail`. */
export const uid = '2208880250839';
export const tail = '253908';

const taobao = { platform: 'taobao' as const, shopHints: [] };

/** `start` makes the number its own; it ends in the tail. */
export const orderIdOf = (start: number, ending = tail) => `4217${String(start).padStart(9, '0')}${ending}`;
export const maskedAs = (mask: string): Buyer => buyerOfNick(mask);
export const knownAs = (nick: string, key = uid): Buyer => buyerOfKey(key, nick);

export function orderOf(start: number, buyer: Buyer, changes: Partial<Order> = {}): Order {
  return makeOrder({ orderId: orderIdOf(start), placedAt: PLACED_AT + start * 60_000, buyer, ...changes });
}

export function soldList(orders: readonly Order[]): KnownReport {
  return makeReport(orders, taobao);
}

export function reviewOf(orderId: string, buyerKey: string): KnownReport {
  const review = { orderId, lineId: null, rating: 'positive', text: '', ratedAt: null, buyerKey };
  return makeReport([], { ...taobao, page: 'review-list', reviews: [review] });
}
