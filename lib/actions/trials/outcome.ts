/** How the arms of a trial came out: of all who took part and whose days are over, who bought and how much. */
import type { Ledger } from '../../insight/ledger/ledger.ts';
import type { MeasureContext } from '../../insight/measures/reading.ts';
import type { Steps } from '../../insight/steps.ts';
import type { Interval, Trial } from '../../model/trial.ts';
import { meanDifference, rateDifference, type Amounts, type Count } from './any-time.ts';
import { Deal } from './assignment.ts';
import { enrol } from './enrol.ts';
import { informationOf, neededFor } from './power.ts';
import { verdictOf, type Verdict } from './verdict.ts';

export interface ArmOutcome extends Count {
  /** Took part, those whose days are not over included. */
  entered: number;
  /** What they spent within their days, net; of those whose amounts are all known. */
  spend: Amounts;
}

export interface Outcome {
  arms: [first: ArmOutcome, second: ArmOutcome];
  /** Part of the planned information that is there, 0..1. */
  progress: number;
  /** Of the rates; null while there are too few. */
  difference: Interval | null;
  /** Of the spend per customer. */
  spendDifference: Interval | null;
  /** Those of each arm who bought within their days, to look at what they bought. */
  buyers: [first: Buyer[], second: Buyer[]];
  verdict: Verdict;
}

/**
 * How a trial stands.
 * @param stopDay the day on which it was stopped, which counts no more; null while it runs
 */
export function* trialOutcome(
  trial: Trial,
  ledger: Ledger,
  context: MeasureContext,
  stopDay: number | null,
): Steps<Outcome> {
  const lastDay = Math.min(context.asOfDay, stopDay === null ? Infinity : stopDay - 1);
  const entryDays = yield* enrol(ledger, context, trial.eligible, trial.startDay, lastDay);
  return outcomeOf(trial, ledger, entryDays, lastDay);
}

/** Who bought, and from which day to which it counts. */
export interface Buyer {
  /** Of the ledger. */
  row: number;
  fromDay: number;
  toDay: number;
}

/** One day's entrants of one arm. */
interface Portion {
  entered: number;
  customers: number;
  returned: number;
  spend: Amounts;
  buyers: Buyer[];
}

/**
 * @param entryDays per row, as `enrol` found them
 * @param lastDay the last day that was seen while the trial ran
 */
export function outcomeOf(trial: Trial, ledger: Ledger, entryDays: Uint16Array, lastDay: number): Outcome {
  const days = portionsByDay(trial, ledger, entryDays, lastDay);
  const { baseRate, lift, arms: planned } = trial;
  const needed = neededFor({ baseRate, lift, shares: [planned[0].share, planned[1].share] });
  const plannedInformation = informationOf(needed.first, needed.second);
  const arms: [Portion, Portion] = [nobody(), nobody()];
  let progress = 0;
  for (const portions of days) {
    // The plan is kept: who comes after the planned number is counted as a participant, and not in the result.
    const isFull = progress >= 1;
    for (const [arm, portion] of portions.entries()) add(arms[arm]!, portion, isFull);
    progress = Math.min(1, informationOf(arms[0].customers, arms[1].customers) / plannedInformation);
  }
  const difference = progress > 0 ? rateDifference(arms[0], arms[1], progress) : null;
  return {
    arms: [armOf(arms[0]), armOf(arms[1])],
    buyers: [arms[0].buyers, arms[1].buyers],
    progress,
    difference,
    spendDifference: progress > 0 ? meanDifference(arms[0].spend, arms[1].spend, progress) : null,
    verdict: verdictOf(trial, difference),
  };
}

/** By day of entry, so that the same day is always where the plan is full. */
function portionsByDay(trial: Trial, ledger: Ledger, entryDays: Uint16Array, lastDay: number): [Portion, Portion][] {
  const deal = new Deal(trial);
  const { startDay, horizonDays } = trial;
  const days = Array.from({ length: Math.max(0, lastDay - startDay + 1) }, (): [Portion, Portion] => [
    nobody(),
    nobody(),
  ]);
  for (let row = 0; row < ledger.size; row += 1) {
    const entryDay = entryDays[row]!;
    if (entryDay === 0 || entryDay > lastDay) continue;
    const arm = deal.at(ledger.ids, row);
    if (arm === 0) continue;
    const portion = days[entryDay - startDay]![arm - 1]!;
    portion.entered += 1;
    if (entryDay + horizonDays - 1 > lastDay) continue;
    const { count, spentFen } = boughtWithin(ledger, row, entryDay, entryDay + horizonDays - 1);
    portion.customers += 1;
    portion.returned += Number(count > 0);
    if (count > 0) portion.buyers.push({ row, fromDay: entryDay, toDay: entryDay + horizonDays - 1 });
    if (Number.isNaN(spentFen)) continue;
    portion.spend.customers += 1;
    portion.spend.sum += spentFen;
    portion.spend.squares += spentFen ** 2;
  }
  return days;
}

/** Purchases of one row from one day to another, both included; the spend is NaN where an amount is not known. */
export function boughtWithin({ offsets, days, amountsFen }: Ledger, row: number, fromDay: number, toDay: number) {
  let count = 0;
  let spentFen = 0;
  for (let at = offsets[row + 1]! - 1; at >= offsets[row]! && days[at]! >= fromDay; at -= 1) {
    if (days[at]! > toDay) continue;
    count += 1;
    spentFen += amountsFen[at]!;
  }
  return { count, spentFen };
}

function armOf({ buyers: _rows, ...arm }: Portion): ArmOutcome {
  return arm;
}

function nobody(): Portion {
  return { buyers: [], entered: 0, customers: 0, returned: 0, spend: { customers: 0, sum: 0, squares: 0 } };
}

function add(to: Portion, portion: Portion, isFull: boolean): void {
  to.entered += portion.entered;
  if (isFull) return;
  to.customers += portion.customers;
  to.returned += portion.returned;
  to.spend.customers += portion.spend.customers;
  to.spend.sum += portion.spend.sum;
  to.spend.squares += portion.spend.squares;
  for (const buyer of portion.buyers) to.buyers.push(buyer);
}
