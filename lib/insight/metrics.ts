/**
 * The numbers that rules speak about, of one customer on one day. `null` means not known, and what is not known passes no
 * rule. Words: `recencyDays` is days since the last purchase (small is good), never the model's age at last purchase.
 */
import type { Benchmarks, PurchaseHistory } from '../model/profile.ts';
import { z } from '../model/zod.ts';
import { averagePurchaseFen, netSpendFen } from './benchmarks.ts';
import { median } from './quantile.ts';

export const metricNameSchema = z.enum([
  'purchaseCount',
  'purchases30d',
  'purchases365d',
  'frequentMonths',
  'recencyDays',
  'daysSinceFirst',
  'netSpendFen',
  'averageFen',
  'averageRatio',
  'cycleDays',
  'recencyCycles',
  'lastGapDays',
  'openAfterSales',
]);
export type MetricName = z.infer<typeof metricNameSchema>;
export type Metrics = Readonly<Record<MetricName, number | null>>;

/** From this many purchases on, a customer's own gaps make a cycle (CHN-01). */
const MIN_PURCHASES_FOR_CYCLE = 3;

/**
 * @param today Shanghai day number
 * @param benchmarks the shop's yardstick, null while it is not computed yet
 */
export function measure(history: PurchaseHistory, today: number, benchmarks: Benchmarks | null): Metrics {
  const days = history.purchases.map((purchase) => purchase.day);
  const last = days.at(-1);
  const first = days[0];
  const recencyDays = last === undefined ? null : today - last;
  const cycleDays = ownCycleDays(days);
  const average = averagePurchaseFen(history);
  const shopAverage = benchmarks?.medianAverageFen ?? null;
  const within = (from: number, to: number) => days.filter((day) => day > today - to && day <= today - from).length;
  return {
    purchaseCount: days.length,
    purchases30d: within(0, 30),
    purchases365d: within(0, 365),
    frequentMonths: [0, 30, 60].filter((from) => within(from, from + 30) >= 2).length,
    recencyDays,
    daysSinceFirst: first === undefined ? null : today - first,
    netSpendFen: netSpendFen(history),
    averageFen: average,
    averageRatio: average === null || !shopAverage ? null : average / shopAverage,
    cycleDays,
    recencyCycles: recencyDays === null || cycleDays === null ? null : recencyDays / cycleDays,
    lastGapDays: days.length < 2 ? null : last! - days.at(-2)!,
    openAfterSales: history.openAfterSales,
  };
}

/** Median gap in days between purchases, from three purchases on. */
function ownCycleDays(days: readonly number[]): number | null {
  if (days.length < MIN_PURCHASES_FOR_CYCLE) return null;
  return median(days.slice(1).map((day, index) => day - days[index]!));
}
