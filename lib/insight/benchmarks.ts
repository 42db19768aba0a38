/** The shop as a yardstick: what is usual here, against which one customer is read. Derived, disposable. */
import type { Benchmarks, PurchaseHistory } from '../model/profile.ts';
import { median, quantile } from './quantile.ts';

const QUINTILES = [0.2, 0.4, 0.6, 0.8];

/** Mean over the purchases whose amount is known; null when none is. */
export function averagePurchaseFen({ purchases }: PurchaseHistory): number | null {
  const known = purchases.flatMap((purchase) => purchase.amountFen ?? []);
  return known.length === 0 ? null : known.reduce((sum, fen) => sum + fen, 0) / known.length;
}

/** Sum of all purchases; null when one amount is not known, since a part passed off as the whole would be too low. */
export function netSpendFen({ purchases }: PurchaseHistory): number | null {
  return purchases.reduce<number | null>(
    (sum, { amountFen }) => (sum === null || amountFen === null ? null : sum + amountFen),
    0,
  );
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
    spendLimitsFen: limits(buyers.flatMap((history) => netSpendFen(history) ?? [])),
  };
}
