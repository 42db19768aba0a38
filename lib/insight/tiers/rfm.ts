/** RFM quintile scores (SEG-23): 5 is best in each dimension. Equal values get equal scores, the lowest they share. */
import type { Benchmarks } from '../../model/profile.ts';
import type { Metrics } from '../metrics.ts';

export interface RfmScore {
  recency: number;
  frequency: number;
  monetary: number;
}

/** Below this many buyers a quintile is a handful of people and the score would be noise. */
const MIN_CUSTOMERS = 25;

/**
 * @param asOfDay the day on which the metrics were read
 * @returns null without a purchase or a known spend, or in a shop of which too few buyers were seen
 */
export function rfmScore(
  { recencyDays, purchaseCount, netSpendFen }: Pick<Metrics, 'recencyDays' | 'purchaseCount' | 'netSpendFen'>,
  asOfDay: number,
  benchmarks: Benchmarks | null,
): RfmScore | null {
  if (recencyDays === null || purchaseCount === null || netSpendFen === null) return null;
  if (!benchmarks || benchmarks.customers < MIN_CUSTOMERS) return null;
  const score = (value: number, limits: readonly number[]) => 1 + limits.filter((limit) => value > limit).length;
  return {
    recency: score(asOfDay - recencyDays, benchmarks.lastDayLimits),
    frequency: score(purchaseCount, benchmarks.purchaseCountLimits),
    monetary: score(netSpendFen, benchmarks.spendLimitsFen),
  };
}
