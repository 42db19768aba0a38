/** How far a customer is on what the shop set them within calendar months (ACT-41): so much in one, or a purchase in each of many on end. */
import { monthOf } from '../insight/retention/cohorts.ts';
import type { Purchase } from '../model/profile.ts';
import type { Goal, Playbook } from './playbook.ts';

export interface GoalState {
  goal: Goal;
  /** Fen spent this month; months on end with a purchase. */
  done: number;
  /** Of the same; 0 once it is reached. */
  missing: number;
}

/**
 * Of those whose playbook is on. None where an amount of this month is not known, or no month stands on end with this one.
 * @param purchases oldest first
 * @param today Shanghai day
 */
export function goalsOf(
  playbooks: readonly Pick<Playbook, 'goal'>[],
  purchases: readonly Purchase[],
  today: number,
): GoalState[] {
  return playbooks.flatMap(({ goal }) => {
    const done = goal && (goal.what === 'monthSpend' ? spentIn(purchases, today) : monthsOnEnd(purchases, today));
    if (!goal || done === null || (goal.what === 'straightMonths' && done === 0)) return [];
    const wanted = goal.what === 'monthSpend' ? goal.fen : goal.months;
    return [{ goal, done, missing: Math.max(0, wanted - done) }];
  });
}

function spentIn(purchases: readonly Purchase[], today: number): number | null {
  const ofMonth = purchases.filter(({ day }) => monthOf(day) === monthOf(today));
  return ofMonth.reduce<number | null>(
    (sum, { amountFen }) => (sum === null || amountFen === null ? null : sum + amountFen),
    0,
  );
}

/** Back from this month, or from the last while this one has no purchase yet. */
function monthsOnEnd(purchases: readonly Purchase[], today: number): number {
  const months = new Set(purchases.map(({ day }) => monthOf(day)));
  const last = months.has(monthOf(today)) ? monthOf(today) : monthOf(today) - 1;
  let count = 0;
  while (months.has(last - count)) count += 1;
  return count;
}
