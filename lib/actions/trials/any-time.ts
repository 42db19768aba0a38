/**
 * Intervals that may be looked at at any time. A test at the usual 1.96 that is looked at every day finds "something" in every third
 * trial of nothing at all. Here the limit is wide at the beginning and narrows as the planned number is reached (O'Brien & Fleming,
 * watched without pause): a difference counts beyond `ANY_TIME_Z / √t` standard errors, t being the part of the planned information
 * that is there. While nothing differs, the sum behind the estimate wanders as Brownian motion, which by the reflection principle
 * leaves ±ANY_TIME_Z before t = 1 with a probability of at most 4·(1 − Φ(2.2414)) = 5 %, however often and whenever one looks, and
 * whenever one stops. It costs a fifth more customers than one look at the end.
 */
import type { Interval } from '../../model/trial.ts';

export const ANY_TIME_Z = 2.241_403;

/** Fewer customers in an arm tell nothing. */
export const MIN_ARM = 30;

/** Customers of an arm whose days are over, and how many of them returned. */
export interface Count {
  customers: number;
  returned: number;
}

/**
 * The second rate less the first.
 * @param progress part of the planned information that is there, above 0 and at most 1
 * @returns null while an arm has too few
 */
export function rateDifference(first: Count, second: Count, progress: number): Interval | null {
  if (Math.min(first.customers, second.customers) < MIN_ARM) return null;
  const estimate = second.returned / second.customers - first.returned / first.customers;
  return around(estimate, Math.sqrt(differenceVariance(first, second)), progress);
}

/** The sum of what the customers of an arm spent, and of its squares. */
export interface Amounts {
  customers: number;
  sum: number;
  squares: number;
}

/** The second mean less the first. @returns null while an arm has too few */
export function meanDifference(first: Amounts, second: Amounts, progress: number): Interval | null {
  if (Math.min(first.customers, second.customers) < MIN_ARM) return null;
  const estimate = second.sum / second.customers - first.sum / first.customers;
  return around(estimate, Math.sqrt(meanVariance(first) + meanVariance(second)), progress);
}

function around(estimate: number, standardError: number, progress: number): Interval {
  const half = (ANY_TIME_Z / Math.sqrt(progress)) * standardError;
  return { estimate, low: estimate - half, high: estimate + half };
}

/**
 * By the rate of each arm or by that of both together, whichever says more: a small arm that happens to return seldom looks surer of
 * itself than it is, and would find something in nothing too often.
 */
function differenceVariance(first: Count, second: Count): number {
  const both = { customers: first.customers + second.customers, returned: first.returned + second.returned };
  const pooled = rateVariance(both) * (both.customers + 2) * (1 / (first.customers + 2) + 1 / (second.customers + 2));
  return Math.max(pooled, rateVariance(first) + rateVariance(second));
}

/** One more of each kind keeps the spread of few customers from being nought (Agresti & Caffo). */
function rateVariance({ customers, returned }: Count): number {
  const rate = (returned + 1) / (customers + 2);
  return (rate * (1 - rate)) / (customers + 2);
}

function meanVariance({ customers, sum, squares }: Amounts): number {
  const mean = sum / customers;
  return Math.max(0, squares / customers - mean * mean) / (customers - 1);
}
