/**
 * From orders to what a customer bought; the one definition that all figures rest on. Purchases are revenue orders only
 * (paid, not cancelled, not given back whole), net of what was given back; all orders of one Shanghai day are one purchase.
 */
import type { OrderItem } from '../model/order.ts';
import { paidBackFen, type OrderWithCases } from '../model/order-cases.ts';
import { orderStages, type PurchaseHistory } from '../model/profile.ts';
import { dayOf } from '../model/shanghai-time.ts';

/** What an item's title tells. */
export interface TitleReader {
  /** Number of the category, null when the title does not tell. */
  categoryOf(title: string): number | null;
  /** Days that this many pieces last, null when the title does not tell. */
  supplyDaysOf(title: string, quantity: number): number | null;
}

/** An order with when what is known of it was seen (epoch ms), where that was kept. */
export type DatedOrder = OrderWithCases & { seenAt?: number };

/** @param orders all orders of one customer, in any order */
export function summarise(orders: readonly DatedOrder[], titles: TitleReader): PurchaseHistory {
  const revenue = orders
    .filter(isRevenue)
    .toSorted((a, b) => boughtAt(a) - boughtAt(b) || (a.orderId < b.orderId ? -1 : 1));
  const refunded = orders.filter(hasRefund);
  const newest = revenue.at(-1);
  return {
    purchases: [...Map.groupBy(revenue, (order) => dayOf(boughtAt(order)))].map(([day, ofDay]) => ({
      day,
      amountFen: ofDay.map(netFen).reduce((sum, net) => (sum === null || net === null ? null : sum + net)),
      pieces: ofDay.flatMap(kept).reduce((sum, { quantity }) => sum + quantity, 0),
    })),
    orderCount: orders.length,
    cancelledCount: orders.filter((order) => order.status === 'cancelled').length,
    openAfterSales: orders.filter(isDisputed).length,
    refundedOrders: refunded.length,
    lastRefundDay: refunded.length === 0 ? null : Math.max(...refunded.map((order) => dayOf(boughtAt(order)))),
    ...stageOf(newest),
    lastItemTitle: newest?.items[0]?.title ?? null,
    category: mostFrequent(revenue.flatMap(kept).flatMap(({ title }) => titles.categoryOf(title) ?? [])),
    supplyDays: longest(
      newest ? kept(newest).flatMap((item) => titles.supplyDaysOf(item.title, item.quantity) ?? []) : [],
    ),
  };
}

function stageOf(newest: DatedOrder | undefined): Pick<PurchaseHistory, 'stage' | 'stageDay'> {
  const stage = orderStages.find((one) => one === newest?.status) ?? null;
  const firstAt = newest?.statusSeenAt ?? newest?.seenAt;
  return { stage, stageDay: stage === null || firstAt === undefined ? null : dayOf(firstAt) };
}

/** Counts as a purchase: money came in and the order still stands. */
export function isRevenue(order: OrderWithCases): boolean {
  const { status, paidAt, items, amountFen } = order;
  const wasPaid =
    status === 'paid' ||
    status === 'onHold' ||
    status === 'shipped' ||
    status === 'completed' ||
    (status === 'unknown' && paidAt !== null);
  const isPaidBack = amountFen !== null && amountFen > 0 && (paidBackFen(order) ?? 0) >= amountFen;
  return wasPaid && !isPaidBack && !(items.length > 0 && items.every(isGivenBack));
}

function hasRefund({ items, cases, refundedFen = 0 }: OrderWithCases): boolean {
  return (cases?.refunded ?? 0) > 0 || refundedFen > 0 || items.some(({ afterSale }) => afterSale === 'refunded');
}

/** The buyer asked for something and waits, by a case or by a line: of two pages that differ, the one that says so counts. */
function isDisputed({ items, cases }: OrderWithCases): boolean {
  return (cases?.open ?? 0) > 0 || items.some(({ afterSale }) => afterSale === 'requested');
}

/** Epoch ms. */
function boughtAt({ paidAt, placedAt }: OrderWithCases): number {
  return paidAt ?? placedAt;
}

function isGivenBack({ afterSale }: OrderItem): boolean {
  return afterSale === 'refunded' || afterSale === 'cancelled';
}

/** Lines that were not given back. */
export function kept({ items }: OrderWithCases): OrderItem[] {
  return items.filter((item) => !isGivenBack(item));
}

/**
 * What stays with the shop: the lines that were kept, or what was not paid back, whichever is less. One refund shows as both.
 * Null where the amount, or one that is needed, is not known.
 */
function netFen(order: OrderWithCases): number | null {
  const ofLines = netOfLinesFen(order);
  const { amountFen } = order;
  if (ofLines === null || amountFen === null) return ofLines;
  const backFen = paidBackFen(order);
  return backFen === null ? null : Math.min(ofLines, Math.max(0, amountFen - backFen));
}

/**
 * A coupon on the whole order is spread over its lines by their price, so a line that was given back
 * takes its share with it. Null where the amount, or a price that is needed, is not known.
 */
function netOfLinesFen({ amountFen, freightFen, items }: OrderWithCases): number | null {
  if (amountFen === null || !items.some(isGivenBack)) return amountFen;
  const prices = items.map(({ unitPriceFen, quantity }) => (unitPriceFen === null ? null : unitPriceFen * quantity));
  const listFen = prices.reduce<number | null>(
    (sum, price) => (sum === null || price === null ? null : sum + price),
    0,
  );
  if (listFen === null) return null;
  const backFen = items.reduce((sum, item, index) => (isGivenBack(item) ? sum + prices[index]! : sum), 0);
  const goodsFen = Math.max(0, amountFen - (freightFen ?? 0));
  const paidShare = listFen > goodsFen ? goodsFen / listFen : 1;
  return Math.max(0, amountFen - Math.round(backFen * paidShare));
}

/** Null of nothing, and when two are as frequent. */
function mostFrequent(categories: readonly number[]): number | null {
  const counts = [...Map.groupBy(categories, (category) => category)].toSorted(([, a], [, b]) => b.length - a.length);
  const [first, second] = counts;
  return first === undefined || first[1].length === second?.[1].length ? null : first[0];
}

function longest(days: readonly number[]): number | null {
  return days.length === 0 ? null : Math.max(...days);
}
