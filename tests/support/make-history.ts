/** What a customer bought, told as days before today. */
import { ledgerOf, type LedgerRow } from '../../lib/insight/ledger/ledger.ts';
import { Measures } from '../../lib/insight/measures/measures.ts';
import type { MeasureContext } from '../../lib/insight/measures/reading.ts';
import { metricNames, type Metrics } from '../../lib/insight/metrics.ts';
import type { Benchmarks, PurchaseHistory } from '../../lib/model/profile.ts';

/** 2026-08-06, a Shanghai day number. */
export const TODAY = 20_671;

/** @param daysAgo of each purchase, in any order; every one of 100 yuan and one piece unless said otherwise */
export function makeHistory(
  daysAgo: readonly number[],
  { amountFen = 10_000, ...changes }: Partial<PurchaseHistory> & { amountFen?: number | null } = {},
): PurchaseHistory {
  const days = daysAgo.map((ago) => TODAY - ago).toSorted((a, b) => a - b);
  return {
    purchases: days.map((day) => ({ day, amountFen, pieces: 1 })),
    orderCount: days.length,
    cancelledCount: 0,
    openAfterSales: 0,
    refundedOrders: 0,
    lastRefundDay: null,
    lastItemTitle: null,
    category: null,
    supplyDays: null,
    stage: null,
    stageDay: null,
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
  cycles: [],
};

/** A customer id: 32 hexadecimal digits that sort as the numbers do. */
export function makeCustomerId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** One row per history, with the ids 0, 1, 2, … */
export function makeRows(histories: readonly PurchaseHistory[]): LedgerRow[] {
  return histories.map((history, index) => ({ customerId: makeCustomerId(index), history, flags: 0 }));
}

/** A shop of these customers, read today. */
export function makeMeasures(histories: readonly PurchaseHistory[], context: Partial<MeasureContext> = {}): Measures {
  return new Measures(ledgerOf(makeRows(histories)), {
    asOfDay: TODAY,
    benchmarks: null,
    presetCycleDays: [],
    outlook: null,
    ...context,
  });
}

/** All metrics of one customer, read today in a usual shop. */
export function measureOne(history: PurchaseHistory, context: Partial<MeasureContext> = {}): Metrics {
  return makeMeasures([history], { benchmarks: usualShop, ...context }).at(0);
}

/** Metrics of which only these are known. */
export function makeMetrics(known: Partial<Metrics>): Metrics {
  const nothing = Object.fromEntries(metricNames.map((name) => [name, null]));
  return { ...(nothing as Metrics), ...known };
}
