/** The shop as a yardstick: what is usual here, against which one customer is read. Derived, disposable. */
import type { Benchmarks, PurchaseHistory } from '../model/profile.ts';
import { median, quantile } from './quantile.ts';

const QUINTILES = [0.2, 0.4, 0.6, 0.8];

/** Mean over the purchases whose amount is known; null when none is. */
export function averagePurchaseFen({ purchases }: PurchaseHistory): number | null {
  const known = purchases.flatMap((purchase) => purchase.amountFen ?? []);
  return known.length === 0 ? null : known.reduce((sum, fen) => sum + fen, 0) / known.length;
}

export function netSpendFen({ purchases }: PurchaseHistory): number {
  return purchases.reduce((sum, purchase) => sum + (purchase.amountFen ?? 0), 0);
}

/** @param histories of all customers of one shop */
export function benchmark(histories: readonly PurchaseHistory[]): Benchmarks {
  const buyers = histories.filter((history) => history.purchases.length > 0);
  const limits = (values: number[]) => {
    if (values.length === 0) return [];
    const sorted = Float64Array.from(values).toSorted();
    return QUINTILES.map((share) => quantile(sorted as unknown as number[], share));
  };
  return {
    customers: buyers.length,
    medianAverageFen: median(buyers.flatMap((history) => averagePurchaseFen(history) ?? [])),
    lastDayLimits: limits(buyers.map((history) => history.purchases.at(-1)!.day)),
    purchaseCountLimits: limits(buyers.map((history) => history.purchases.length)),
    spendLimitsFen: limits(buyers.map(netSpendFen)),
  };
}
