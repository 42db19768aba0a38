/**
 * What became of an offer that was sent, as far as orders tell. No page says which coupon an order used; an order shows the prices of its
 * lines and what was paid, and the difference is what was taken off.
 */
import { isPurchase } from '../../model/purchase.ts';
import type { OrderWithCases } from '../../model/order-cases.ts';
import { DAY_MS, dayOf } from '../../model/shanghai-time.ts';
import type { Offer } from '../offer-schema.ts';

/** An offer that was sent to one customer. */
export interface SentOffer {
  /** Epoch ms. */
  at: number;
  /** Null where it is not known what was offered. */
  offer: Offer | null;
  /** All of the customer's that are known, in any order. */
  orders: readonly OrderWithCases[];
}

export interface OfferFare {
  sent: number;
  /** Of those, whose days are over and were looked at. The counts below are of these. */
  over: number;
  /** Ordered within their days. */
  bought: number;
  /** Of those, on whose order at least as much was taken off as the offer gives. */
  redeemed: number;
  /** Of those, whose prices or amounts the pages did not show: nobody knows whether it was used. */
  unknown: number;
}

/**
 * @param days within which it counts
 * @param asOfDay the last day that was seen
 */
export function offerFare(sent: readonly SentOffer[], days: number, asOfDay: number): OfferFare {
  const fare: OfferFare = { sent: sent.length, over: 0, bought: 0, redeemed: 0, unknown: 0 };
  for (const { at, offer, orders } of sent) {
    if (!isOver(at, days, asOfDay)) continue;
    fare.over += 1;
    const within = ordersWithin(orders, at, days);
    if (within.length === 0) continue;
    fare.bought += 1;
    const used = offer ? within.map((order) => usedOn(order, offer)) : [null];
    if (used.includes(true)) fare.redeemed += 1;
    else if (used.includes(null)) fare.unknown += 1;
  }
  return fare;
}

/** Its days are over, and the shop was looked at since. @param at epoch ms */
export function isOver(at: number, days: number, asOfDay: number): boolean {
  return dayOf(at + days * DAY_MS) <= asOfDay;
}

/** Those that stand, placed after `at` (epoch ms) within so many days. */
export function ordersWithin<Order extends OrderWithCases>(
  orders: readonly Order[],
  at: number,
  days: number,
): Order[] {
  return orders.filter((order) => order.placedAt > at && order.placedAt <= at + days * DAY_MS && isPurchase(order));
}

/** The first order within the days of an offer on which it was used, by what was taken off; null where none shows it. */
export function redeemedOn<Order extends OrderWithCases>(
  { at, offer, orders }: SentOffer & { orders: readonly Order[] },
  days: number,
): Order | null {
  if (!offer) return null;
  const within = ordersWithin(orders, at, days).toSorted((a, b) => a.placedAt - b.placedAt);
  return within.find((order) => usedOn(order, offer)) ?? null;
}

/** Whether as much was taken off an order as an offer gives; null where the page did not show enough to tell. */
export function usedOn({ amountFen, freightFen, items }: OrderWithCases, offer: Offer): boolean | null {
  const listFen = items.reduce((sum, { unitPriceFen, quantity }) => sum + (unitPriceFen ?? Number.NaN) * quantity, 0);
  if (amountFen === null || items.length === 0 || Number.isNaN(listFen)) return null;
  const offFen = listFen - (amountFen - (freightFen ?? 0));
  if (offer.kind === 'rate') return offFen > 0 && offFen >= Math.floor(listFen * (1 - offer.rate));
  return listFen >= offer.thresholdFen && offFen >= Math.min(offer.faceValueFen, listFen);
}
