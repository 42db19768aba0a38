/** Customers read on one day: their numbers, their tiers, their scores. */
import { bandReturn, reasonsOf, type BandReturn, type Reason } from '../../insight/churn/reasons.ts';
import { cycles, cycleSourceAt, type CycleSource } from '../../insight/measures/cycles.ts';
import { ledgerOf, rowOf, type LedgerRow } from '../../insight/ledger/ledger.ts';
import { Measures } from '../../insight/measures/measures.ts';
import type { Metrics } from '../../insight/metrics.ts';
import { rfmScore, type RfmScore } from '../../insight/tiers/rfm.ts';
import { tiersOf, type TierMatch } from '../../insight/tiers/tier.ts';
import type { ShopContext } from '../shops/shop-context.ts';

export interface Assessment {
  metrics: Metrics;
  /** What the cycle rests on. */
  cycleSource: CycleSource;
  /** Own tier first; empty before the first purchase. */
  tiers: TierMatch[];
  rfm: RfmScore | null;
  /** Why they are where they are, the weightiest first. */
  reasons: Reason[];
  /** What customers in the same band of health did in the past; null where no rate may be shown. */
  bandReturn: BandReturn | null;
}

/** @returns one per row, in the order given */
export function assess(rows: readonly LedgerRow[], context: ShopContext): Assessment[] {
  const ledger = ledgerOf(rows);
  const measures = new Measures(ledger, context);
  const rhythm = cycles(measures);
  return rows.map(({ customerId }) => {
    const row = rowOf(ledger, customerId);
    const metrics = measures.at(row);
    return {
      metrics,
      cycleSource: cycleSourceAt(rhythm, row),
      tiers: tiersOf(metrics, context.tiers),
      rfm: rfmScore(metrics, context.asOfDay, context.benchmarks),
      reasons: reasonsOf(measures, row),
      bandReturn: context.model && bandReturn(context.model, measures.column('health')[row]!),
    };
  });
}
