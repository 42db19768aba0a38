/** How far a customer is on what the shop set them within calendar months (ACT-41): so much in one, or a purchase in each of many on end. */
import type { Span } from '../insight/coverage.ts';
import { firstDayOf, monthOf } from '../insight/retention/cohorts.ts';
import type { Purchase } from '../model/profile.ts';
import type { Goal, Playbook } from './playbook.ts';

export interface GoalState {
  playbookId: string;
  goal: Goal;
  /** Fen spent this month; months on end with a purchase. */
  done: number;
  /** Of the same; 0 once it is reached. */
  missing: number;
  /** Months up to today in which a purchase that was not seen would bring them nearer. */
  restsOn: Span[];
}

/**
 * Of those whose playbook is on. None where an amount of this month is not known, or no month stands on end with this one.
 * @param purchases oldest first
 * @param today Shanghai day
 */
export function goalsOf(
  playbooks: readonly Pick<Playbook, 'id' | 'goal'>[],
  purchases: readonly Purchase[],
  today: number,
): GoalState[] {
  return playbooks.flatMap(({ id, goal }): GoalState[] => {
    if (!goal) return [];
    const month = monthOf(today);
    if (goal.what === 'monthSpend') {
      const done = spentIn(purchases, today);
      return done === null ? [] : [{ playbookId: id, goal, ...stateOf(done, goal.fen, [month], today) }];
    }
    const { count, empty } = monthsOnEnd(purchases, month);
    return count === 0 ? [] : [{ playbookId: id, goal, ...stateOf(count, goal.months, empty, today) }];
  });
}

function spentIn(purchases: readonly Purchase[], today: number): number | null {
  const ofMonth = purchases.filter(({ day }) => monthOf(day) === monthOf(today));
  return ofMonth.reduce<number | null>(
    (sum, { amountFen }) => (sum === null || amountFen === null ? null : sum + amountFen),
    0,
  );
}

/** Back from this month, or from the last while this one has no purchase yet; with the months without one that stand before and after. */
function monthsOnEnd(purchases: readonly Purchase[], month: number): { count: number; empty: number[] } {
  const months = new Set(purchases.map(({ day }) => monthOf(day)));
  const last = months.has(month) ? month : month - 1;
  let count = 0;
  while (months.has(last - count)) count += 1;
  return { count, empty: [last - count, ...(last === month ? [] : [month])] };
}

function stateOf(
  done: number,
  wanted: number,
  months: readonly number[],
  today: number,
): Pick<GoalState, 'done' | 'missing' | 'restsOn'> {
  const restsOn = months.map((month): Span => [firstDayOf(month), Math.min(today, firstDayOf(month + 1) - 1)]);
  return { done, missing: Math.max(0, wanted - done), restsOn };
}
