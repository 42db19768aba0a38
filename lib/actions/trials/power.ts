/** How many customers a trial needs before it can tell a difference of two rates. */
import { ANY_TIME_Z } from './any-time.ts';

/** Quantiles of the normal distribution. */
const POWER_80_Z = 0.841_621;
/** Of a test that is looked at once, at the end: 5 % on both sides. */
export const ONE_LOOK_Z = 1.959_964;

export interface Plan {
  /** Rate of the first arm, 0..1. */
  baseRate: number;
  /** Difference of the second arm that is to be seen, in shares of 1. */
  lift: number;
  /** Of all eligible customers. */
  shares: readonly [first: number, second: number];
}

export interface Needed {
  first: number;
  second: number;
  /** Eligible customers in all, those in neither arm included. */
  audience: number;
}

/**
 * With 80 % power at 5 % on both sides (Fleiss, without the correction for continuity).
 * @param z of the test; that of a test which may be looked at at any time when left out
 */
export function neededFor({ baseRate, lift, shares: [firstShare, secondShare] }: Plan, z = ANY_TIME_Z): Needed {
  const ratio = secondShare / firstShare;
  const hoped = baseRate + lift;
  const pooled = (baseRate + ratio * hoped) / (1 + ratio);
  const spreadOfNone = Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
  const spreadOfLift = Math.sqrt(baseRate * (1 - baseRate) + (hoped * (1 - hoped)) / ratio);
  const first = Math.ceil((z * spreadOfNone + POWER_80_Z * spreadOfLift) ** 2 / lift ** 2);
  return { first, second: Math.ceil(first * ratio), audience: Math.ceil(Number((first / firstShare).toFixed(6))) };
}

/** What a comparison of so many with so many can tell; grows with the smaller of the two. */
export function informationOf(first: number, second: number): number {
  return first === 0 || second === 0 ? 0 : 1 / (1 / first + 1 / second);
}
