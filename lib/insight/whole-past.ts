/** Whether a customer's past is known as a whole: only then may a buyer be told "your fourth purchase". What was not seen is not zero. */
import { DAY_MS } from '../model/shanghai-time.ts';
import type { Coverage } from './coverage.ts';

/** What of a shop's past was seen. */
export interface SeenPast {
  coverage: Coverage;
  /** The last day on which an order list was looked at. */
  asOfDay: number;
  /** Orders of which nobody knows whose they are. */
  maskedOrders: number;
  /** The first day whose orders are still stored: older ones were deleted. */
  keptFromDay: number;
}

/** How often a customer bought in all, and full years since the first time. */
export interface WholePast {
  purchaseCount: number;
  /** 0 within the first year. */
  years: number;
}

/**
 * Before what was seen there may be more. Who bought nothing for a year of which everything was seen counts as new then: so long a
 * silence counts as gone (SEG-27).
 */
const LEAD_DAYS = 365;

/**
 * @param purchaseDays Shanghai days, ascending
 * @param today Shanghai day
 * @returns null unless every order from a year before the first purchase until today was seen, is stored, and has a known buyer
 */
export function wholePastOf(purchaseDays: readonly number[], seen: SeenPast, today: number): WholePast | null {
  const [firstDay] = purchaseDays;
  const { startDay, share } = seen.coverage;
  if (firstDay === undefined || startDay === null) return null;
  const isAllSeen = share >= 1 && seen.maskedOrders === 0 && seen.asOfDay >= today;
  if (!isAllSeen || firstDay - Math.max(startDay, seen.keptFromDay) < LEAD_DAYS) return null;
  return { purchaseCount: purchaseDays.length, years: fullYears(firstDay, today) };
}

/** One of February 29 is full on March 1 in years without that day. */
function fullYears(fromDay: number, toDay: number): number {
  const [from, to] = [new Date(fromDay * DAY_MS), new Date(toDay * DAY_MS)];
  const monthDay = (date: Date) => date.getUTCMonth() * 100 + date.getUTCDate();
  return to.getUTCFullYear() - from.getUTCFullYear() - Number(monthDay(to) < monthDay(from));
}
