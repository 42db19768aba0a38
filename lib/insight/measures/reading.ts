/** What the formulas of metrics see of a ledger that is read on one day, and what they are told beside it. */
import type { Benchmarks } from '../../model/profile.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { MetricName } from '../metrics.ts';

/** What a customer may be expected to do; one number per row, NaN where the shop's past allows no figure. */
export interface Outlook {
  /** P(at least one purchase within the horizon), 0..1. */
  returnProbability: Float64Array;
  /** Health score 0..100. */
  health: Float64Array;
  /** Expected spend of the next 365 days. */
  expectedSpendFen: Float64Array;
  /**
   * What waking the customer is worth: the chance lost to silence so far, times the expected amount of a purchase. For the
   * order of a work list; NaN where no health may be shown.
   */
  wakingValueFen: Float64Array;
}

/** What people wrote down of customers, each under the customer's id. */
export interface HandDates {
  /** Shanghai day number by the clock of the wall: these days come whether or not a page was looked at. */
  today: number;
  birthdays: readonly (readonly [customerId: string, monthDay: { month: number; day: number }])[];
  /** The day on which points expire. */
  pointsExpiry: readonly (readonly [customerId: string, day: number])[];
}

/** Who has which of the shop's tags. */
export type TagHolders = readonly { tag: string; customerIds: readonly string[] }[];

export interface MeasureContext {
  /** The last Shanghai day that was seen in full; silence after it is not the customer's. */
  asOfDay: number;
  /** The shop's yardstick, null while it is not computed yet. */
  benchmarks: Benchmarks | null;
  /** Usual days between purchases of each category, by its number; null where the preset names none. */
  presetCycleDays: readonly (number | null)[];
  /** Left out where nobody wrote any down. */
  handDates?: HandDates;
  /** Left out where nobody put any on; `sealed` while the lock is closed over them. */
  tags?: TagHolders | 'sealed';
  /** From which net spend on each of the shop's levels is reached, ascending; left out where the shop has none. */
  levelsFen?: readonly number[];
  /** Computed by the purchase models; null before the first fit. */
  outlook: ((reading: Reading) => Outlook) | null;
}

export interface Reading {
  readonly ledger: Ledger;
  readonly context: MeasureContext;
  readonly size: number;
  /** Per row: the place after the last purchase up to the day of reading. */
  readonly ends: Uint32Array;
  /** @returns one number per row; the same array at every call, not to be written to */
  column(name: MetricName): Float64Array;
  /** Null before the first fit. */
  readonly outlook: Outlook | null;
}
