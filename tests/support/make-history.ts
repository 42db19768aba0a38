/** What a customer bought, told as days before today. */
import { measure, type Metrics } from '../../lib/insight/metrics.ts';
import type { Benchmarks, PurchaseHistory } from '../../lib/model/profile.ts';

/** 2026-08-06, a Shanghai day number. */
export const TODAY = 20_671;

/** @param daysAgo of each purchase, in any order; every one of 100 yuan unless `amountFen` says otherwise */
export function makeHistory(
  daysAgo: readonly number[],
  { amountFen = 10_000, ...changes }: Partial<PurchaseHistory> & { amountFen?: number | null } = {},
): PurchaseHistory {
  const days = daysAgo.map((ago) => TODAY - ago).toSorted((a, b) => a - b);
  return {
    purchases: days.map((day) => ({ day, amountFen })),
    orderCount: days.length,
    cancelledCount: 0,
    openAfterSales: 0,
    refundedOrders: 0,
    lastItemTitle: null,
    ...changes,
  };
}

/** A shop in which an average purchase of 100 yuan is the usual one. */
export const usualShop: Benchmarks = {
  customers: 100,
  medianAverageFen: 10_000,
  lastDayLimits: [TODAY - 80, TODAY - 60, TODAY - 40, TODAY - 20],
  purchaseCountLimits: [1, 1, 2, 4],
  spendLimitsFen: [5_000, 10_000, 20_000, 50_000],
};

/** Metrics of which only these are known. */
export function makeMetrics(known: Partial<Metrics>): Metrics {
  const nothing = Object.fromEntries(Object.keys(measure(makeHistory([]), TODAY, null)).map((name) => [name, null]));
  return { ...(nothing as Metrics), ...known };
}
