/** A shop as of a day, today or past, with everything the stages of fitting look at. */
import { endsAt, type Ledger } from '../ledger/ledger.ts';
import type { Reading } from '../measures/reading.ts';
import { groupCustomers, type Grouped } from '../models/group.ts';
import type { Steps } from '../steps.ts';
import type { Buyers } from './score.ts';
import { cycleDays, shopCycle, type ShopCycle } from './shop-cycle.ts';
import { customersAt, DAYS_PER_WEEK, pickStats, type CustomersAt } from './stats-at.ts';

export interface Snapshot extends CustomersAt, Buyers {
  /** Per row of the ledger. */
  readonly ends: Uint32Array;
  readonly cycle: ShopCycle;
  readonly grouped: Grouped;
}

/** What is fitted: all customers of one shop, read on the last day that was seen in full. */
export interface FitInput {
  readonly reading: Reading;
  readonly horizonDays: number;
}

export interface FitContext {
  readonly ledger: Ledger;
  readonly asOfDay: number;
  readonly horizonDays: number;
  /** The shop as of a day; the last one asked for is kept. */
  readonly at: (day: number) => Steps<Snapshot>;
}

const contexts = new WeakMap<FitInput, FitContext>();

/**
 * The same for the same input, so that stages share a snapshot.
 * @throws RangeError of a horizon below a day
 */
export function contextOf(input: FitInput): FitContext {
  const known = contexts.get(input);
  if (known) return known;
  if (!(input.horizonDays >= 1))
    throw new RangeError(`expected a horizon of a day or more, found ${input.horizonDays}`);
  const { ledger, context } = input.reading;
  let kept: Snapshot | null = null;
  function* at(day: number): Steps<Snapshot> {
    if (kept?.day !== day) kept = yield* snapshotAt(ledger, day);
    return kept;
  }
  const made = { ledger, asOfDay: context.asOfDay, horizonDays: input.horizonDays, at };
  contexts.set(input, made);
  return made;
}

function* snapshotAt(ledger: Ledger, day: number): Steps<Snapshot> {
  const ends = endsAt(ledger, day);
  const customers = customersAt(ledger, ends, day);
  yield;
  const cycle = shopCycle(ledger, ends);
  yield;
  const cycles = cycleDays(ledger, ends, customers.rows, cycle);
  yield;
  const grouped = groupCustomers(customers.stats);
  yield;
  return { ...customers, ends, cycle, cycleDays: cycles, grouped };
}

/** Customers first seen from `firstDay` on, or null where too few of them came. */
export function newcomers({ stats, day }: Snapshot, firstDay: number, needed: Needed): Grouped | null {
  const keep: number[] = [];
  let repeaters = 0;
  const oldest = (day - firstDay) / DAYS_PER_WEEK;
  for (let at = 0; at < stats.size; at++) {
    if (stats.observedAge[at]! > oldest) continue;
    keep.push(at);
    if (stats.repeatCount[at]! > 0) repeaters++;
  }
  if (keep.length < needed.buyers || repeaters < needed.repeaters) return null;
  return groupCustomers(pickStats(stats, Int32Array.from(keep)));
}

export interface Needed {
  readonly buyers: number;
  readonly repeaters: number;
}
