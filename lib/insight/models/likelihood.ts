/** What each purchase model offers to the fit and to the scores. All times are weeks. */
import type { Grouped } from './group.ts';

/** The sum of a customer group's log-likelihoods, and its derivatives by the model's four natural parameters. */
export interface Likelihood {
  /** Takes new parameters and starts a new sum over all groups, or over every `stride`-th (scaled up to all). */
  begin(params: ArrayLike<number>, stride: number): void;
  /** Adds the groups `from`, `from + stride`, … below `to`. */
  add(from: number, to: number): void;
  /** [log-likelihood, derivatives…] of what was added. */
  readonly total: Float64Array;
}

/** What one customer's history says of the future. */
export interface Outlook {
  /** The customer has not left for good. */
  pAlive: number;
  /** At least one purchase within the horizon. */
  pBuy: number;
}

/** Fills `out` for a customer with this history; numbers rather than an object, as this runs 100,000 times. */
export type Scorer = (repeatCount: number, lastPurchaseAge: number, observedAge: number, out: Outlook) => void;

/** Expected purchases within the horizon. */
export type Expectation = (repeatCount: number, lastPurchaseAge: number, observedAge: number) => number;

/** Customers with each repeat count, up to the largest. */
export function countByRepeats(grouped: Grouped, stride: number): Float64Array {
  let most = 0;
  for (let group = 0; group < grouped.size; group++) most = Math.max(most, grouped.repeatCount[group]!);
  const customers = new Float64Array(most + 1);
  for (let group = 0; group < grouped.size; group += stride) {
    customers[grouped.repeatCount[group]!]! += grouped.count[group]!;
  }
  return customers;
}

/** Keeps a probability within [0, 1] against rounding. */
export function clampProbability(p: number): number {
  return Math.min(1, Math.max(0, p));
}
