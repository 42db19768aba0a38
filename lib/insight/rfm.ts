/** RFM quintile scores (SEG-23): 5 is best in each dimension. Equal values get equal scores, the lowest they share. */
import type { Benchmarks, PurchaseHistory } from '../model/profile.ts';
import { netSpendFen } from './benchmarks.ts';

export interface RfmScore {
  recency: number;
  frequency: number;
  monetary: number;
}

/** Below this many buyers a quintile is a handful of people and the score would be noise. */
const MIN_CUSTOMERS = 25;

/** @returns null without a purchase or a known spend, or in a shop of which too few buyers were seen */
export function rfmScore(history: PurchaseHistory, benchmarks: Benchmarks | null): RfmScore | null {
  const last = history.purchases.at(-1);
  const spendFen = netSpendFen(history);
  if (!last || spendFen === null || !benchmarks || benchmarks.customers < MIN_CUSTOMERS) return null;
  const score = (value: number, limits: readonly number[]) => 1 + limits.filter((limit) => value > limit).length;
  return {
    recency: score(last.day, benchmarks.lastDayLimits),
    frequency: score(history.purchases.length, benchmarks.purchaseCountLimits),
    monetary: score(spendFen, benchmarks.spendLimitsFen),
  };
}
