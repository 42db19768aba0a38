/**
 * How far a customer is on what the shop set its customers: levels, the ladder, goals. What was reached stands whatever was not seen; what is
 * still missing is said only where enough was seen to count it.
 */
import { coveredShare, MIN_COVERAGE, type Span } from '../insight/coverage.ts';
import type { ShopPractice } from '../model/practice-event.ts';
import type { Purchase } from '../model/profile.ts';
import type { LowCoverage } from './guards.ts';
import { goalsOf, type GoalState } from './goals.ts';
import type { LadderStep } from './ladder-schema.ts';
import { ladderOf, laddersOf, levelOf, type LadderState, type LevelState } from './ladder.ts';
import type { Playbook } from './playbook.ts';

export interface Progress {
  /** Null where the shop has no levels, or what they spent is not known. */
  level: LevelState | null;
  /** Null where the shop keeps the ladder off, and where it is over. */
  ladder: LadderState | null;
  /** What the shop set them within calendar months, and how far they are. */
  goals: GoalState[];
  /** By playbook, of the months that its goal rests on too little was seen to say how far they are. */
  unseenGoals: ReadonlyMap<string, LowCoverage>;
  /** Of what is not said for that reason, what least was seen of; null where all is said. */
  unsaid: LowCoverage | null;
}

interface Customer {
  /** Oldest first. */
  purchases: readonly Purchase[];
  netSpendFen: number | null;
}

interface Shop {
  /** Those that are on. */
  playbooks: readonly Playbook[];
  levels: ShopPractice['levels'];
  /** As they ship. */
  ladderSteps: readonly LadderStep[];
  /** Null where enough of its past was seen. */
  lowCoverage: LowCoverage | null;
  /** The days that were seen. */
  spans: readonly Span[];
}

/** @param today Shanghai day */
export function progressOf({ purchases, netSpendFen }: Customer, shop: Shop, today: number): Progress {
  const { playbooks, levels, ladderSteps, lowCoverage, spans } = shop;
  const level = levelOf(netSpendFen, levels);
  const steps = laddersOf(ladderSteps, playbooks);
  const days = purchases.map(({ day }) => day);
  const ladder = steps.length === 0 ? null : ladderOf(days, today, steps);
  const goals = goalsOf(playbooks, purchases, today);
  const unseenGoals = new Map(
    goals.flatMap((goal) => {
      const low = unseenOf(goal, spans);
      return low ? [[goal.playbookId, low] as const] : [];
    }),
  );
  const isLevelSaid = lowCoverage === null || !level?.next;
  const isLadderSaid = lowCoverage === null || !ladder || ladder.missing === 0;
  const unsaid = [...(isLevelSaid && isLadderSaid ? [] : [lowCoverage]), ...unseenGoals.values()];
  return {
    level: isLevelSaid ? level : null,
    ladder: isLadderSaid ? ladder : null,
    goals: goals.filter(({ playbookId }) => !unseenGoals.has(playbookId)),
    unseenGoals,
    unsaid: unsaid.toSorted((a, b) => a.share - b.share)[0] ?? null,
  };
}

/** Of the months that it rests on, the one of which least was seen; null for enough, and for what is reached. */
function unseenOf({ missing, restsOn }: GoalState, spans: readonly Span[]): LowCoverage | null {
  const share = Math.min(...restsOn.map(([from, to]) => coveredShare(spans, from, to)));
  return missing > 0 && share < MIN_COVERAGE ? { share, needed: MIN_COVERAGE } : null;
}
