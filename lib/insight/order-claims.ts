/**
 * How many orders the console itself says there were in some days. A list of all orders says so of the days that its filter names,
 * and, newest first, of the days down to its oldest row: on page 3 of 20 each, 60 orders are as new as that row.
 */
import type { PageTotals } from '../model/capture.ts';
import type { ListPages, OrderClaim } from '../model/order-claim.ts';
import type { Span } from './coverage.ts';
import { withSpan } from './coverage.ts';

export interface Claims {
  claims: OrderClaim[];
  list: ListPages | null;
}

/** Enough for a year of pages at the ends of months; older ones are dropped first. */
const MAX_CLAIMS = 40;
/** Three years: what lies before is of no use to any figure. */
const MAX_DAYS_BACK = 1100;

/**
 * @param placedDays of every order on the page, page order
 * @returns the same object where the page claims nothing
 */
export function withClaims(before: Claims, totals: PageTotals, placedDays: readonly number[], today: number): Claims {
  const { filter, days, lastDays, total, page } = totals;
  const pageSize = totals.pageSize ?? (page === 1 && total > placedDays.length ? placedDays.length : null);
  if (filter === null || placedDays.length === 0 || total < placedDays.length) return before;
  const claims: OrderClaim[] = [];
  const range: Span | null = days ?? (lastDays === null ? null : [today - lastDays + 1, today]);
  if (range && today - range[0] < MAX_DAYS_BACK)
    claims.push({ days: [range[0], Math.min(range[1], today)], orders: total, seenDay: today });
  const isNewestFirst = placedDays.every((day, index) => index === 0 || day <= placedDays[index - 1]!);
  if (page !== null && pageSize !== null && isNewestFirst && days === null) {
    const oldest = placedDays.at(-1)!;
    const isLast = page * pageSize >= total;
    const newer = (page - 1) * pageSize + placedDays.filter((day) => day > oldest).length;
    if (isLast) claims.push({ days: [oldest, today], orders: total, seenDay: today });
    else if (newer > 0) claims.push({ days: [oldest + 1, today], orders: newer, seenDay: today });
  }
  const list =
    days === null && page !== null && pageSize !== null
      ? listWith(before.list, { total, page, pageSize, today })
      : before.list;
  return { claims: newest([...before.claims, ...claims]), list };
}

function listWith(
  before: ListPages | null,
  { total, page, pageSize, today }: { total: number; page: number; pageSize: number; today: number },
): ListPages {
  const isSame = before !== null && before.seenDay === today && before.pageSize === pageSize;
  return { seenDay: today, total, pageSize, pages: withSpan(isSame ? before.pages : [], [page, page]) };
}

/** Of the same first day the last word counts. */
function newest(claims: readonly OrderClaim[]): OrderClaim[] {
  const byFirstDay = new Map<string, OrderClaim>();
  for (const claim of claims) {
    const isToDate = claim.days[1] === claim.seenDay;
    byFirstDay.set(isToDate ? `${claim.days[0]}` : `${claim.days[0]}-${claim.days[1]}`, claim);
  }
  return [...byFirstDay.values()].toSorted((a, b) => a.seenDay - b.seenDay).slice(-MAX_CLAIMS);
}
