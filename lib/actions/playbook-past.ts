/**
 * What a playbook would have said on past days, with the numbers it ships with and with others: whom it would have named by what was known
 * in the morning of that day, and who of them bought within its window. It tells whom the numbers find, not what the playbook brings
 * about: nobody knows who of them was written to, which a trial alone makes out.
 */
import type { Ledger } from '../insight/ledger/ledger.ts';
import { Measures } from '../insight/measures/measures.ts';
import type { MeasureContext } from '../insight/measures/reading.ts';
import type { Steps } from '../insight/steps.ts';
import { eligibleMask, type Eligible } from './trials/enrol.ts';
import { boughtWithin } from './trials/outcome.ts';

/** Customers, and those of them who bought within the window. */
export interface PastFare {
  customers: number;
  returned: number;
}

/** A day to be looked at. */
export interface PastCase {
  /** Shanghai day. */
  day: number;
  shipped: Eligible;
  changed: Eligible;
}

export interface PastDay {
  day: number;
  shipped: PastFare;
  changed: PastFare;
  /** All who had bought by then: what is usual without any playbook. */
  everybody: PastFare;
}

/** Days ago that are looked at, where that much of the past was seen. */
const DAYS_AGO = [30, 60, 90, 180, 365] as const;
/** So much of the past must have been seen before a day for its numbers to mean anything. */
const SEEN_BEFORE_DAYS = 30;

/** The latest first; none where too little was seen. @param startDay first day that was seen, null for none */
export function pastDaysOf(asOfDay: number, startDay: number | null, windowDays: number): number[] {
  if (startDay === null) return [];
  return DAYS_AGO.map((daysAgo) => asOfDay - daysAgo).filter((day) => isTold(day, asOfDay, startDay, windowDays));
}

/** Enough was seen before it, and its window is over. */
export function isTold(day: number, asOfDay: number, startDay: number, windowDays: number): boolean {
  return day - SEEN_BEFORE_DAYS >= startDay && day + windowDays - 1 <= asOfDay;
}

/** One day per step. @param windowDays from the day itself on, it included */
export function* playbookPast(
  ledger: Ledger,
  context: MeasureContext,
  cases: readonly PastCase[],
  windowDays: number,
): Steps<PastDay[]> {
  const days: PastDay[] = [];
  for (const { day, shipped, changed } of cases) {
    const morning = new Measures(ledger, { ...context, asOfDay: day, outlook: null }, day - 1);
    const bought = boughtFrom(ledger, morning.ends, day, windowDays);
    yield;
    const everybody = new Uint8Array(ledger.size);
    for (let row = 0; row < ledger.size; row += 1) everybody[row] = Number(morning.ends[row]! > ledger.offsets[row]!);
    days.push({
      day,
      shipped: fareOf(eligibleMask(morning, shipped), bought),
      changed: fareOf(eligibleMask(morning, changed), bought),
      everybody: fareOf(everybody, bought),
    });
    yield;
  }
  return days;
}

function boughtFrom(ledger: Ledger, ends: Uint32Array, day: number, windowDays: number): Uint8Array {
  const bought = new Uint8Array(ledger.size);
  for (let row = 0; row < ledger.size; row += 1)
    if (ends[row]! < ledger.offsets[row + 1]!)
      bought[row] = Number(boughtWithin(ledger, row, day, day + windowDays - 1).count > 0);
  return bought;
}

function fareOf(mask: Uint8Array, bought: Uint8Array): PastFare {
  let [customers, returned] = [0, 0];
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] !== 1) continue;
    customers += 1;
    returned += bought[row]!;
  }
  return { customers, returned };
}
