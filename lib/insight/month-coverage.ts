/** Month by month: orders that were seen, against those that the console says there were; and the pages that would add most. */
import type { OrderClaim } from '../model/order-claim.ts';
import { DAY_MS } from '../model/shanghai-time.ts';
import type { Span } from './coverage.ts';
import type { Claims } from './order-claims.ts';

/** Orders seen, by the Shanghai day on which they were placed. */
export type OrdersByDay = Readonly<Record<number, number>>;

export interface SeenOrders extends Claims {
  /** The days that were seen. */
  spans: readonly Span[];
  ordersByDay: OrdersByDay;
  /** The last day that counts. */
  asOfDay: number;
}

export interface MonthCoverage {
  /** Its first and last day that count. */
  days: Span;
  seen: number;
  /** Seen and missing together; null where the console's total of some of its days is not known. */
  claimed: number | null;
  /** Of its days, those that were seen. */
  daysSeen: number;
}

/** What to open next. */
export interface PageAdvice {
  /** Null for orders older than every day that is known. */
  month: Span | null;
  /** Pages of the list of all orders, first and last; null where the console's totals are not known. */
  pages: Span | null;
  /** How many orders they would add, about; null with `pages`. */
  orders: number | null;
  /** By how much the share of all that there is would grow, 0..1. */
  gain: number;
}

const MAX_ADVICE = 2;
/** A gain below this is not worth a click. */
const MIN_GAIN = 0.005;

/** How many orders are missing on each day, for the days of which the console's totals are known. */
export function missingByDay({ claims, spans, ordersByDay }: SeenOrders): Map<number, number> {
  const missing = new Map<number, number>();
  const narrowFirst = claims.toSorted((a, b) => lengthOf(a) - lengthOf(b) || b.seenDay - a.seenDay);
  for (const { days, orders } of narrowFirst) {
    const all = daysIn(days);
    const open = all.filter((day) => !missing.has(day));
    const known = all.reduce((sum, day) => sum + (ordersByDay[day] ?? 0) + (missing.get(day) ?? 0), 0);
    const rest = Math.max(0, orders - known);
    const unseen = open.filter((day) => !isIn(spans, day));
    // Where every day was looked at and orders are missing, the lists that were looked at were filtered.
    const places = new Set(unseen.length > 0 ? unseen : open);
    for (const day of open) missing.set(day, places.has(day) ? rest / places.size : 0);
  }
  return missing;
}

export function monthCoverage(seen: SeenOrders): MonthCoverage[] {
  const firstDay = firstDayOf(seen);
  if (firstDay === null) return [];
  const missing = missingByDay(seen);
  return monthsIn([firstDay, seen.asOfDay]).map((month) => {
    const days = daysIn(month);
    const orders = days.reduce((sum, day) => sum + (seen.ordersByDay[day] ?? 0), 0);
    const isKnown = days.every((day) => missing.has(day));
    return {
      days: month,
      seen: orders,
      claimed: isKnown ? orders + Math.round(sumOf(missing, days)) : null,
      daysSeen: days.filter((day) => isIn(seen.spans, day)).length,
    };
  });
}

/**
 * Of all orders since the first day seen: by the console's totals where they are known, else by days (`coveredShare`).
 * @param dayShare the share of days seen
 */
export function shareByTotals(seen: SeenOrders, dayShare: number): number {
  const startDay = seen.spans[0]?.[0] ?? null;
  if (startDay === null) return dayShare;
  const missing = missingByDay(seen);
  const days = daysIn([startDay, seen.asOfDay]);
  const told = days.filter((day) => missing.has(day));
  if (told.length === 0) return dayShare;
  const orders = told.reduce((sum, day) => sum + (seen.ordersByDay[day] ?? 0), 0);
  const all = orders + sumOf(missing, told);
  const others = days.filter((day) => !missing.has(day));
  const ofOthers = others.filter((day) => isIn(seen.spans, day)).length;
  return ((all === 0 ? 1 : orders / all) * told.length + ofOthers) / days.length;
}

/** The one or two steps that add most. */
export function pagesToOpen(seen: SeenOrders): PageAdvice[] {
  const advice = seen.list ? adviceByPages(seen, seen.list) : adviceByDays(seen);
  return advice
    .filter(({ gain }) => gain >= MIN_GAIN)
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, MAX_ADVICE);
}

/** Newest first, as the list runs: where on it the orders stand that are missing. */
function adviceByPages(seen: SeenOrders, { total, pageSize }: NonNullable<Claims['list']>): PageAdvice[] {
  const missing = missingByDay(seen);
  const firstDay = firstDayOf(seen);
  if (firstDay === null || total === 0) return [];
  const advice: PageAdvice[] = [];
  let rank = 0;
  for (const month of monthsIn([firstDay, seen.asOfDay]).toReversed()) {
    let from = Infinity;
    let to = 0;
    let orders = 0;
    for (const day of daysIn(month).toReversed()) {
      const lost = missing.get(day) ?? 0;
      if (lost > 0) from = Math.min(from, rank);
      rank += (seen.ordersByDay[day] ?? 0) + lost;
      if (lost > 0) to = rank;
      orders += lost;
    }
    const pages: Span = [Math.floor(from / pageSize) + 1, Math.max(1, Math.ceil(to / pageSize))];
    if (orders >= 1) advice.push({ month, pages, orders: Math.round(orders), gain: orders / total });
  }
  const older = total - rank;
  if (older >= 1) {
    const pages: Span = [Math.floor(rank / pageSize) + 1, Math.ceil(total / pageSize)];
    advice.push({ month: null, pages, orders: Math.round(older), gain: older / total });
  }
  return advice;
}

function adviceByDays(seen: SeenOrders): PageAdvice[] {
  const startDay = seen.spans[0]?.[0] ?? null;
  if (startDay === null) return [];
  const all = seen.asOfDay - startDay + 1;
  return monthsIn([startDay, seen.asOfDay]).map((month) => {
    const unseen = daysIn(month).filter((day) => !isIn(seen.spans, day)).length;
    return { month, pages: null, orders: null, gain: unseen / all };
  });
}

/** The first day of which an order was seen, or of which the console says that there were some. */
function firstDayOf({ spans, claims }: SeenOrders): number | null {
  const days = [...spans.slice(0, 1).map(([from]) => from), ...claims.map((claim) => claim.days[0])];
  return days.length === 0 ? null : Math.min(...days);
}

function lengthOf({ days: [from, to] }: OrderClaim): number {
  return to - from;
}

function daysIn([from, to]: Span): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function isIn(spans: readonly Span[], day: number): boolean {
  return spans.some(([from, to]) => from <= day && day <= to);
}

function sumOf(byDay: ReadonlyMap<number, number>, days: readonly number[]): number {
  return days.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0);
}

/** The calendar months from one day to another, the first and the last cut at them. */
function monthsIn([from, to]: Span): Span[] {
  const months: Span[] = [];
  for (let day = from; day <= to;) {
    const date = new Date(day * DAY_MS);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY_MS;
    months.push([day, Math.min(to, next - 1)]);
    day = next;
  }
  return months;
}
