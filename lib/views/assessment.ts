/** One profile read on one day: its numbers, its tiers, its scores. */
import { measure, type Metrics } from '../insight/metrics.ts';
import { rfmScore, type RfmScore } from '../insight/rfm.ts';
import { tiersOf, type TierMatch } from '../insight/tier.ts';
import type { Benchmarks, PurchaseHistory } from '../model/profile.ts';
import { dayOf } from '../model/shanghai-time.ts';
import { tiers } from '../rules/tiers.ts';

export interface Assessment {
  metrics: Metrics;
  /** Own tier first; empty before the first purchase. */
  tiers: TierMatch[];
  rfm: RfmScore | null;
}

/** @param now epoch ms */
export function assess(history: PurchaseHistory, benchmarks: Benchmarks | null, now: number): Assessment {
  const metrics = measure(history, dayOf(now), benchmarks);
  return { metrics, tiers: tiersOf(metrics, tiers), rfm: rfmScore(history, benchmarks) };
}
