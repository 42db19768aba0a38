/** How far a customer is on the ladder of growth (ACT-46, ACT-50 to ACT-52), and on that of levels (ACT-30 to ACT-32, ACT-41). */
import type { ShopPractice } from '../model/practice-event.ts';
import type { LadderStep } from './ladder-schema.ts';
import { tellerOf } from './playbook-numbers.ts';
import type { Playbook } from './playbook.ts';

/**
 * Those whose playbook is on, with its days, its count and its reward: a shop may have its own.
 * @param steps as they ship
 */
export function laddersOf(steps: readonly LadderStep[], playbooks: readonly Playbook[]): LadderStep[] {
  return steps.flatMap((step): LadderStep[] => {
    const playbook = playbooks.find(({ id }) => id === step.playbookId);
    if (!playbook) return [];
    const valueOf = (metric: string, is: string, shipped: number) =>
      playbook.all.find((clause) => clause.metric === metric && clause.is === is)?.value ?? shipped;
    return [
      {
        ...step,
        days: valueOf('daysSinceFirst', '<=', step.days),
        repeats: valueOf('purchaseCount', '=', step.repeats),
        reward: tellerOf(playbook)(step.reward),
      },
    ];
  });
}

export interface LadderState {
  step: LadderStep;
  /** Purchases after the first within its days. */
  repeats: number;
  /** 0 once it is reached. */
  missing: number;
  /** Days that are left, today included. */
  daysLeft: number;
}

/**
 * The next step that can still be reached, or the last that was.
 * @param purchaseDays Shanghai days, ascending
 * @returns null before the first purchase, and once time ran out on every step without one
 */
export function ladderOf(
  purchaseDays: readonly number[],
  today: number,
  steps: readonly LadderStep[],
): LadderState | null {
  const [first] = purchaseDays;
  if (first === undefined) return null;
  const states = steps.map((step): LadderState => {
    const repeats = purchaseDays.filter((day) => day > first && day - first <= step.days).length;
    return { step, repeats, missing: Math.max(0, step.repeats - repeats), daysLeft: first + step.days - today + 1 };
  });
  const next = states.find(({ missing, daysLeft }) => missing > 0 && daysLeft > 0);
  return next ?? states.findLast(({ missing }) => missing === 0) ?? null;
}

export interface LevelState {
  /** Null below the first level. */
  level: string | null;
  /** Null on the highest. */
  next: { level: string; missingFen: number } | null;
}

/** @returns null where the shop has no levels, or what was spent is not known */
export function levelOf(spendFen: number | null, levels: ShopPractice['levels']): LevelState | null {
  if (spendFen === null || levels.length === 0) return null;
  const reached = levels.findLast(({ fromFen }) => fromFen <= spendFen);
  const next = levels.find(({ fromFen }) => fromFen > spendFen);
  return {
    level: reached?.name ?? null,
    next: next ? { level: next.name, missingFen: next.fromFen - spendFen } : null,
  };
}
