/**
 * Where a customer stands in their life with the shop (SEG-15): a small state machine over purchase days. A purchase makes
 * new, active or, after dormancy, back; the days without one make silent, dormant and lost.
 */
import type { Reading } from '../measures/reading.ts';
import type { LifecycleRule } from './lifecycle-schema.ts';
import { lifecycleStates, type LifecycleState } from './lifecycle-states.ts';
import { settle, type ThresholdValues } from './threshold.ts';

export type LifecycleDays = Readonly<Record<keyof LifecycleRule['limits'], number>>;

/** The shop's own days. @throws RangeError where a threshold has neither a default nor a value */
export function lifecycleDays({ limits }: LifecycleRule, values: ThresholdValues): LifecycleDays {
  const days = (name: keyof LifecycleDays) => settle({ metric: name, is: '>=', ...limits[name] }, values).value;
  return {
    newDays: days('newDays'),
    silentDays: days('silentDays'),
    dormantDays: days('dormantDays'),
    lostDays: days('lostDays'),
    backDays: days('backDays'),
  };
}

/**
 * @param days of the purchases, ascending
 * @param start of the customer's own
 * @param end after the last one up to `asOfDay`
 * @returns null before the first purchase
 */
export function lifecycleOf(
  days: ArrayLike<number>,
  start: number,
  end: number,
  asOfDay: number,
  limits: LifecycleDays,
): LifecycleState | null {
  if (end === start) return null;
  const away = asOfDay - days[end - 1]!;
  if (away >= limits.lostDays) return 'lost';
  if (away > limits.dormantDays) return 'dormant';
  if (end - start === 1 && away <= limits.newDays) return 'new';
  if (away >= limits.silentDays) return 'silent';
  return cameBack(days, start, end, asOfDay, limits) ? 'back' : 'active';
}

/** One of the purchases of the last days ended a time of dormancy. */
function cameBack(
  days: ArrayLike<number>,
  start: number,
  end: number,
  asOfDay: number,
  { dormantDays, backDays }: LifecycleDays,
): boolean {
  for (let at = end - 1; at > start && asOfDay - days[at]! <= backDays; at -= 1)
    if (days[at]! - days[at - 1]! > dormantDays) return true;
  return false;
}

/** @returns 1 + the number of the state in `lifecycleStates` per row, 0 before the first purchase */
export function lifecycleColumn({ ledger, ends, size, context }: Reading, limits: LifecycleDays): Uint8Array {
  const numbers = new Map<LifecycleState | null, number>(lifecycleStates.map((state, at) => [state, at + 1]));
  const column = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) {
    const state = lifecycleOf(ledger.days, ledger.offsets[row]!, ends[row]!, context.asOfDay, limits);
    column[row] = numbers.get(state) ?? 0;
  }
  return column;
}

export interface LifecycleChange {
  day: number;
  state: LifecycleState;
}

/**
 * The whole way of one customer: every day on which the state changed.
 * @param days of the purchases, ascending
 */
export function lifecyclePath(days: readonly number[], asOfDay: number, limits: LifecycleDays): LifecycleChange[] {
  const { newDays, silentDays, dormantDays, lostDays, backDays } = limits;
  const path: LifecycleChange[] = [];
  for (const [at, day] of days.entries()) {
    const until = Math.min(days[at + 1] ?? Infinity, asOfDay + 1);
    // Every day before the next purchase on which a time may run out.
    const turns = [0, newDays + 1, silentDays, dormantDays + 1, lostDays].map((away) => day + away);
    const ofReturns = days.slice(0, at + 1).map((earlier) => earlier + backDays + 1);
    for (const turn of [...turns, ...ofReturns].toSorted((a, b) => a - b)) {
      if (turn < day || turn >= until) continue;
      const state = lifecycleOf(days, 0, at + 1, turn, limits)!;
      if (path.at(-1)?.state !== state) path.push({ day: turn, state });
    }
  }
  return path;
}
