/** Customers typed in, and single customers under parameters from the literature. */
import type { Fit, ReturnModelName } from '../../../../lib/insight/models/fit.ts';
import { groupCustomers, type Grouped } from '../../../../lib/insight/models/group.ts';
import type { PurchaseStats } from '../../../../lib/insight/models/purchase-stats.ts';

export type History = readonly [repeatCount: number, lastPurchaseAge: number, observedAge: number, logGapSum?: number];

export function historiesOf(...histories: readonly History[]): PurchaseStats {
  const column = (pick: (history: History) => number) => Float64Array.from(histories, pick);
  return {
    size: histories.length,
    repeatCount: column(([x]) => x),
    lastPurchaseAge: column(([, last]) => last),
    observedAge: column(([, , age]) => age),
    logGapSum: column(([, , , gaps = 0]) => gaps),
  };
}

export function groupsOf(...histories: readonly History[]): Grouped {
  return groupCustomers(historiesOf(...histories));
}

/** A fit as if its parameters had been found. */
export function fitWith(model: ReturnModelName, params: readonly number[], k = 1): Fit {
  return { model, params, k, logLikelihood: 0, converged: true, boundary: false, evaluations: 0 };
}
