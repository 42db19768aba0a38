/** Who bought how much in one livestream, or in any range of days: counted on the ledger, tiered by data. */
import type { Ledger } from '../ledger/ledger.ts';
import { check, type Condition, type Evidence } from './clause.ts';
import { eventMetricNames, type EventMetricName, type EventTierGroup } from './event-tier-schema.ts';
import { settle, type ThresholdValues } from './threshold.ts';
import { firstOf, passColumn, type Columns } from './tier-columns.ts';

/** Shanghai day numbers, both included. */
export interface EventDays {
  fromDay: number;
  toDay: number;
}

/** A tier of an event with the shop's own numbers. */
export type EventTier = Omit<EventTierGroup['tiers'][number], 'any'> & { any: Condition<EventMetricName>[][] };

/** @throws RangeError where a threshold has neither a default nor a value */
export function resolveEventTiers({ tiers }: EventTierGroup, values: ThresholdValues): EventTier[] {
  return tiers.map((tier) => ({ ...tier, any: tier.any.map((all) => all.map((clause) => settle(clause, values))) }));
}

/**
 * One number per customer and event metric; NaN for those who bought nothing in the event.
 * @param asOfDay the last day that was seen in full; purchases after it are not looked at
 * @throws RangeError when the event ends before it begins
 */
export function readEvent(ledger: Ledger, { fromDay, toDay }: EventDays, asOfDay: number): Columns<EventMetricName> {
  if (!(fromDay <= toDay))
    throw new RangeError(`expected an event that ends on or after day ${fromDay}, found ${toDay}`);
  const { size, offsets } = ledger;
  const columns = Object.fromEntries(
    eventMetricNames.map((name) => [name, new Float64Array(size).fill(Number.NaN)]),
  ) as Record<EventMetricName, Float64Array>;
  for (let row = 0; row < size; row += 1) {
    const numbers = eventNumbers(ledger, offsets[row]!, offsets[row + 1]!, { fromDay, toDay }, asOfDay);
    if (numbers.purchases > 0) for (const name of eventMetricNames) columns[name][row] = numbers[name];
  }
  return { size, column: (name) => columns[name] };
}

function eventNumbers(
  { days, pieces: piecesOf, amountsFen }: Ledger,
  start: number,
  end: number,
  { fromDay, toDay }: EventDays,
  asOfDay: number,
): Record<EventMetricName, number> {
  const numbers = { purchases: 0, pieces: 0, knownPieces: 0, purchasesBefore: 0, purchasesAfter: 0, recencyDays: 0 };
  let sumFen = 0;
  let knownAmounts = 0;
  for (let at = start; at < end && days[at]! <= asOfDay; at += 1) {
    const day = days[at]!;
    numbers.recencyDays = asOfDay - day;
    if (day < fromDay) numbers.purchasesBefore += 1;
    else if (day > toDay) numbers.purchasesAfter += 1;
    else {
      numbers.purchases += 1;
      numbers.knownPieces += piecesOf[at]!;
      numbers.pieces += piecesOf[at]! || Number.NaN;
      if (Number.isNaN(amountsFen[at]!)) continue;
      sumFen += amountsFen[at]!;
      knownAmounts += 1;
    }
  }
  return { ...numbers, averageFen: knownAmounts === 0 ? Number.NaN : sumFen / knownAmounts };
}

/**
 * @param tiers in order of precedence
 * @returns 1 + the number of the tier per row; 0 for who bought nothing in the event, or too little is known of
 */
export function eventTierColumn(event: Columns<EventMetricName>, tiers: readonly EventTier[]): Uint8Array {
  return firstOf(
    event.size,
    tiers.map(
      ({ any }) =>
        () =>
          either(
            event.size,
            any.map((all) => passColumn(event, all)),
          ),
    ),
  );
}

/** 1 where one of the masks has it. */
function either(size: number, masks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(size);
  for (const mask of masks) for (let row = 0; row < size; row += 1) all[row]! |= mask[row]!;
  return all;
}

/** The tier of one row with the numbers it rests on, or null. */
export function eventTierAt(
  event: Columns<EventMetricName>,
  row: number,
  tiers: readonly EventTier[],
): { tier: EventTier; evidence: Evidence<EventMetricName>[] } | null {
  const numbers = Object.fromEntries(
    eventMetricNames.map((name) => {
      const number = event.column(name)[row]!;
      return [name, Number.isNaN(number) ? null : number];
    }),
  ) as Record<EventMetricName, number | null>;
  for (const tier of tiers) {
    for (const all of tier.any) {
      const evidence = check(all, numbers);
      if (evidence) return { tier, evidence };
    }
  }
  return null;
}
