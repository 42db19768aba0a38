/**
 * Do buyers come back: customers by the month of their first purchase, and how many of them bought again in each month after it
 * (MET-01). A month is one of the calendar, as shops count.
 */
import { DAY_MS } from '../../model/shanghai-time.ts';
import type { Segment } from '../segments/segment.ts';
import type { Reading } from '../measures/reading.ts';

export interface Cohort {
  /** Months since January 1970. */
  month: number;
  /** Who bought for the first time in it. */
  customers: number;
  /** How many of them bought in the n-th month after it: `returned[0]` is the first month after. */
  returned: number[];
}

/** Month number of a Shanghai day number. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** Shanghai day number on which a month begins. */
export function firstDayOf(month: number): number {
  return Date.UTC(1970 + Math.floor(month / 12), month % 12, 1) / DAY_MS;
}

/**
 * @param months how many of the newest months
 * @returns oldest month first, months without a first purchase among them; the last month is that of the day of reading and not over
 */
export function cohorts({ size, ends, ledger, context }: Reading, months: number): Cohort[] {
  const lastMonth = monthOf(context.asOfDay);
  const firstMonth = lastMonth - months + 1;
  const all = Array.from({ length: months }, (_, at): Cohort => ({
    month: firstMonth + at,
    customers: 0,
    returned: Array.from({ length: months - 1 - at }, () => 0),
  }));
  const monthOfDay = monthsOfDays(context.asOfDay);
  for (let row = 0; row < size; row += 1) {
    const start = ledger.offsets[row]!;
    const end = ends[row]!;
    if (end === start) continue;
    const born = monthOfDay[ledger.days[start]!]!;
    const cohort = all[born - firstMonth];
    if (!cohort) continue;
    cohort.customers += 1;
    let counted = born;
    for (let at = start + 1; at < end; at += 1) {
      const month = monthOfDay[ledger.days[at]!]!;
      if (month === counted) continue;
      counted = month;
      cohort.returned[month - born - 1]! += 1;
    }
  }
  return all;
}

/** Who bought for the first time in a month, as a segment: as of the day of reading, and another line on the next one. */
export function cohortSegment(month: number, asOfDay: number): Segment {
  const metric = 'daysSinceFirst';
  const newest = Math.max(0, asOfDay - firstDayOf(month + 1) + 1);
  const oldest = asOfDay - firstDayOf(month);
  return newest === oldest
    ? { kind: 'clause', clause: { metric, is: '=', value: oldest } }
    : { kind: 'range', metric, low: newest, high: oldest };
}

/** The month of every day up to `day`. */
function monthsOfDays(day: number): Uint16Array {
  const months = new Uint16Array(day + 1);
  const last = monthOf(day);
  for (let month = 0; month <= last; month += 1) months.fill(month, firstDayOf(month));
  return months;
}
