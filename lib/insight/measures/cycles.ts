/**
 * How long a customer usually waits before buying again (CHN-01, CHN-12): the median of the own gaps from three purchases on,
 * else that of similar customers of the shop, else the preset of the category. Gaps are those that were seen: who is still
 * away adds none, so a young history reads short.
 */
import type { CycleBenchmark, CycleStage } from '../../model/profile.ts';
import { medianGapDays } from '../ledger/gaps.ts';
import type { Reading } from './reading.ts';

/** Care begins this long before the cycle ends (CHN-13). */
export const WAKE_BEFORE_DAYS = 3;
/** From this many purchases on, the own gaps make a cycle. */
const MIN_PURCHASES = 3;
/** With fewer gaps the median of a group is chance; the preset stands (CHN-12). */
export const MIN_GROUP_GAPS = 30;

export type CycleSource = 'none' | 'own' | 'group' | 'preset';
const sources: readonly CycleSource[] = ['none', 'own', 'group', 'preset'];

export interface Cycles {
  /** Per row; NaN when nothing tells. */
  days: Float64Array;
  /** Per row; a number of `cycleSourceAt`. */
  sources: Uint8Array;
}

export function cycles(reading: Reading): Cycles {
  const { size, ends, ledger, context } = reading;
  const result: Cycles = { days: new Float64Array(size).fill(Number.NaN), sources: new Uint8Array(size) };
  const groupOf = groupFinder(context.benchmarks?.cycles ?? []);
  for (let row = 0; row < size; row += 1) {
    const purchases = ends[row]! - ledger.offsets[row]!;
    if (purchases === 0) continue;
    const category = ledger.categories[row] === 0 ? null : ledger.categories[row]! - 1;
    const preset = category === null ? null : (context.presetCycleDays[category] ?? null);
    const group = purchases >= MIN_PURCHASES ? null : groupOf(category, stageOf(purchases));
    const [days, source]: [number, CycleSource] =
      purchases >= MIN_PURCHASES
        ? [medianGapDays(ledger.days, ledger.offsets[row]!, purchases - 1), 'own']
        : group
          ? [group.medianDays, 'group']
          : preset === null
            ? [Number.NaN, 'none']
            : [preset, 'preset'];
    result.days[row] = days;
    result.sources[row] = sources.indexOf(source);
  }
  return result;
}

export function cycleSourceAt({ sources: of }: Cycles, row: number): CycleSource {
  return sources[of[row]!]!;
}

/** Whose gaps a customer is compared with: all first gaps, those of customers who came two or three times, or more often. */
export function stageOf(purchases: number): CycleStage {
  return purchases < 2 ? 'second' : purchases < 4 ? 'returning' : 'frequent';
}

/** Finds the group of the own category and stage, else of the own stage in the whole shop; null when both are too small. */
export function groupFinder(
  groups: readonly CycleBenchmark[],
): (category: number | null, stage: CycleStage) => CycleBenchmark | null {
  const found = new Map<CycleStage, Map<number | null, CycleBenchmark>>();
  for (const group of groups) {
    if (group.gaps < MIN_GROUP_GAPS) continue;
    const ofStage = found.get(group.stage) ?? new Map<number | null, CycleBenchmark>();
    found.set(group.stage, ofStage.set(group.category, group));
  }
  return (category, stage) => {
    const ofStage = found.get(stage);
    return ofStage?.get(category) ?? ofStage?.get(null) ?? null;
  };
}
