/**
 * Who took part in a trial, and from which day on: everybody who was eligible on a day, by what was known in the morning of that day,
 * whether or not anybody wrote to them (intention to treat). Read from the purchases day by day, never from what was done: what
 * follows from the treatment decides nothing about the groups. For the same reason quiet and open cases, of which only today's state is
 * kept, are left to both arms alike.
 */
import type { Ledger } from '../../insight/ledger/ledger.ts';
import { Measures } from '../../insight/measures/measures.ts';
import type { MeasureContext } from '../../insight/measures/reading.ts';
import type { MetricName } from '../../insight/metrics.ts';
import type { Steps } from '../../insight/steps.ts';
import type { Condition } from '../../insight/tiers/clause.ts';
import { passColumn } from '../../insight/tiers/tier-columns.ts';
import type { Tier } from '../../insight/tiers/tier.ts';
import type { Trial } from '../../model/trial.ts';
import type { Due } from '../day-list.ts';
import type { Playbook } from '../playbook.ts';

/** Numbers that can be told of a day in the past. Of the others only today's is kept. */
const tellable: ReadonlySet<MetricName> = new Set<MetricName>([
  'purchaseCount',
  'purchases30d',
  'purchases90d',
  'purchasesBefore90d',
  'purchases180d',
  'purchases365d',
  'frequentMonths',
  'recencyDays',
  'daysSinceFirst',
  'lastGapDays',
  'netSpendFen',
  'spend365dFen',
  'averageFen',
  'averageRatio',
  'average90dFen',
  'averageBefore90dFen',
  'cycleDays',
  'recencyCycles',
  'dueInDays',
]);

export type Eligible = Trial['eligible'];

/** Who is eligible for a playbook, by the shop's tiers of today. */
export function eligibleFor({ all, due, tierIds }: Playbook, tiers: readonly Tier[]): Eligible {
  return {
    all: [...all, ...(due?.all ?? [])],
    anyOf: tiers.filter(({ id }) => tierIds.includes(id)).map(({ all: line }) => [...line]),
  };
}

/** Nobody's complaint waits for the sake of a comparison, and what cannot be told of the past, such as which occasion was near, cannot be compared. */
export function isTriable(playbook: Due, tiers: readonly Tier[]): boolean {
  return (
    playbook.due.job !== 'calm' && playbook.moment === null && untellable(eligibleFor(playbook, tiers)).length === 0
  );
}

/** Of what it looks at, each of which only today's number is kept. */
export function untellable({ all, anyOf }: Eligible): MetricName[] {
  const metrics = [all, ...anyOf].flat().map(({ metric }) => metric as MetricName);
  return [...new Set(metrics.filter((metric) => !tellable.has(metric)))];
}

/**
 * One day per step.
 * @returns per row the first day from `fromDay` to `toDay` on which the customer was eligible; 0 for none
 */
export function* enrol(
  ledger: Ledger,
  context: MeasureContext,
  eligible: Eligible,
  fromDay: number,
  toDay: number,
): Steps<Uint16Array> {
  const entryDays = new Uint16Array(ledger.size);
  for (let day = fromDay; day <= toDay; day += 1) {
    // A purchase of the day itself may be what the trial is about.
    const morning = new Measures(ledger, { ...context, asOfDay: day, outlook: null }, day - 1);
    const mask = eligibleMask(morning, eligible);
    for (let row = 0; row < mask.length; row += 1) if (mask[row] === 1 && entryDays[row] === 0) entryDays[row] = day;
    yield;
  }
  return entryDays;
}

/** Per row 1 for who is eligible. */
export function eligibleMask(morning: Measures, { all, anyOf }: Eligible): Uint8Array {
  const mask = passColumn(morning, all as Condition[]);
  if (anyOf.length === 0) return mask;
  const any = new Uint8Array(mask.length);
  for (const line of anyOf) {
    const passes = passColumn(morning, line as Condition[]);
    for (let row = 0; row < any.length; row += 1) any[row]! |= passes[row]!;
  }
  for (let row = 0; row < mask.length; row += 1) mask[row]! &= any[row]!;
  return mask;
}
