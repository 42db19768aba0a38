/**
 * From orders to what a customer bought. Purchases are
 * revenue orders only (paid, not cancelled), net of refunded lines; all orders of one Shanghai day are one purchase.
 */
import type { Order, OrderItem } from '../model/order.ts';
import type { PurchaseHistory } from '../model/profile.ts';
import { dayOf } from '../model/shanghai-time.ts';

/** Counts as a purchase: money came in and the order still stands. */
function isRevenue({ status, paidAt, items }: Order): boolean {
  const wasPaid =
    status === 'paid' ||
    status === 'onHold' ||
    status === 'shipped' ||
    status === 'completed' ||
    (status === 'unknown' && paidAt !== null);
  return wasPaid && !(items.length > 0 && items.every(isGivenBack));
}

function isGivenBack({ afterSale }: OrderItem): boolean {
  return afterSale === 'refunded' || afterSale === 'cancelled';
}

/** What stays with the shop; null where the amount, or the price of a line that was given back, is not known. */
function netFen({ amountFen, items }: Order): number | null {
  return items
    .filter(isGivenBack)
    .reduce<number | null>(
      (net, { unitPriceFen, quantity }) =>
        net === null || unitPriceFen === null ? null : Math.max(0, net - unitPriceFen * quantity),
      amountFen,
    );
}

/** @param orders all orders of one customer, in any order */
export function summarise(orders: readonly Order[]): PurchaseHistory {
  const byDay = new Map<number, number | null>();
  const revenue = orders.filter(isRevenue).toSorted((a, b) => (a.paidAt ?? a.placedAt) - (b.paidAt ?? b.placedAt));
  for (const order of revenue) {
    const day = dayOf(order.paidAt ?? order.placedAt);
    const net = netFen(order);
    const earlier = byDay.get(day);
    byDay.set(day, earlier === undefined ? net : earlier === null || net === null ? null : earlier + net);
  }
  return {
    purchases: [...byDay].map(([day, amountFen]) => ({ day, amountFen })).toSorted((a, b) => a.day - b.day),
    orderCount: orders.length,
    cancelledCount: orders.filter((order) => order.status === 'cancelled').length,
    openAfterSales: orders.filter((order) => order.items.some((item) => item.afterSale === 'requested')).length,
    refundedOrders: orders.filter((order) => order.items.some((item) => item.afterSale === 'refunded')).length,
    lastItemTitle: revenue.at(-1)?.items[0]?.title ?? null,
  };
}
