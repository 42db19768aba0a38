/**
 * Gamma-Gamma: what a customer spends per purchase (Fader & Hardie 2013, "The Gamma-Gamma model of monetary value"). A
 * purchase is Gamma(p, ν) and ν ~ Gamma(q, γ) across customers, independent of how often they buy. Any money unit.
 */
import type { Steps } from '../steps.ts';
import { quantile } from '../quantile.ts';
import { digamma, lnGamma } from './numeric/gamma.ts';
import { minimise, type Objective } from './numeric/minimise.ts';

export interface SpendFit {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  /** Of the customers used, without the priors. */
  readonly logLikelihood: number;
  /** Customers with a repeat purchase and a mean above zero. */
  readonly customers: number;
  readonly converged: boolean;
  /** A parameter ran off, or q ≤ 1 and there is no mean to shrink to. */
  readonly boundary: boolean;
}

/** ln of a parameter from where on it says "endless" or "none" (γ: in units of the typical spend). */
const EDGE = 7;
const WALL = 11;
const TOLERANCE = 1e-7;
/** Customers between two pauses. */
const CHUNK = 50_000;

interface Spenders {
  readonly repeatCount: Float64Array;
  readonly mean: Float64Array;
  /** Customers by repeat count; the gamma functions depend on nothing else. */
  readonly customersBy: ReadonlyMap<number, number>;
  readonly logMeans: number;
  /** Σ repeatCount · ln mean. */
  readonly weightedLogMeans: number;
}

/**
 * Fits on the customers with at least one repeat and a mean above zero; others are passed over. Null with fewer than two.
 * @param repeatCounts per customer
 * @param meanRepeatValues mean value of the repeat purchases, the first one left out, per customer
 * @param options.prior weak priors on the logarithms (default), else plain maximum likelihood
 */
export function* fitSpend(
  repeatCounts: ArrayLike<number>,
  meanRepeatValues: ArrayLike<number>,
  { prior = true }: { readonly prior?: boolean } = {},
): Steps<SpendFit | null> {
  const used = Array.from(repeatCounts, (_, index) => index).filter(
    (index) => repeatCounts[index]! > 0 && meanRepeatValues[index]! > 0,
  );
  if (used.length < 2) return null;
  // In units of the typical spend the parameters are of the order of one, whatever the currency.
  const typical = quantile(Float64Array.from(used, (index) => meanRepeatValues[index]!).toSorted(), 0.5);
  const spenders = gather(
    Float64Array.from(used, (index) => repeatCounts[index]!),
    Float64Array.from(used, (index) => meanRepeatValues[index]! / typical),
  );
  const { at, value, converged } = yield* minimise(
    makeObjective(spenders, prior),
    START.map(Math.log),
    TOLERANCE,
    1 / used.length,
  );
  const [p, q, gamma] = Array.from(at, Math.exp) as [number, number, number];
  return {
    p,
    q,
    gamma: gamma * typical,
    logLikelihood: penalise(at, prior, new Float64Array(3)) - value - used.length * Math.log(typical),
    customers: used.length,
    converged,
    boundary: q <= 1 || at.some((log) => Math.abs(log) > EDGE),
  };
}

function gather(repeatCount: Float64Array, mean: Float64Array): Spenders {
  const customersBy = new Map<number, number>();
  let [logMeans, weightedLogMeans] = [0, 0];
  for (let index = 0; index < mean.length; index++) {
    const x = repeatCount[index]!;
    const log = Math.log(mean[index]!);
    customersBy.set(x, (customersBy.get(x) ?? 0) + 1);
    logMeans += log;
    weightedLogMeans += x * log;
  }
  return { repeatCount, mean, customersBy, logMeans, weightedLogMeans };
}

/** p, q, γ with the typical customer in their middle; with priors also the centres, wide enough to be moved by 50 customers. */
const START = [4, 4, 0.75] as const;
const SPREADS = [1, 0.8, 1.2] as const;

function penalise(at: Float64Array, prior: boolean, gradient: Float64Array): number {
  return at.reduce((sum, log, index) => {
    const off = prior
      ? (log - Math.log(START[index]!)) / SPREADS[index]!
      : Math.sign(log) * Math.max(0, Math.abs(log) - WALL);
    gradient[index]! += prior ? off / SPREADS[index]! : off;
    return sum + (off * off) / 2;
  }, 0);
}

/** Fader & Hardie 2013 eq. 1a, summed, negative, by the logarithms of p, q and γ. */
function makeObjective(spenders: Spenders, prior: boolean): Objective {
  const { repeatCount, mean, customersBy, logMeans, weightedLogMeans } = spenders;
  return function* evaluate(at, gradient) {
    const [p, q, gamma] = Array.from(at, Math.exp) as [number, number, number];
    let value = p * weightedLogMeans - logMeans;
    let byP = weightedLogMeans;
    let byQ = 0;
    const logGamma = Math.log(gamma);
    for (const [x, customers] of customersBy) {
      const both = digamma(p * x + q);
      value += customers * (lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) + q * logGamma + p * x * Math.log(x));
      byP += customers * x * (both - digamma(p * x) + Math.log(x));
      byQ += customers * (both - digamma(q) + logGamma);
    }
    let byGamma = (mean.length * q) / gamma;
    for (let from = 0; from < mean.length; from += CHUNK) {
      for (let index = from; index < Math.min(mean.length, from + CHUNK); index++) {
        const x = repeatCount[index]!;
        const total = x * mean[index]! + gamma;
        const log = Math.log(total);
        value -= (p * x + q) * log;
        byP -= x * log;
        byQ -= log;
        byGamma -= (p * x + q) / total;
      }
      yield;
    }
    gradient.set([-p * byP, -q * byQ, -gamma * byGamma]);
    return penalise(at, prior, gradient) - value;
  };
}

/** ln of the likelihood of one customer's mean over `repeatCount` purchases (eq. 1a); both above zero. */
export function logSpendLikelihood({ p, q, gamma }: Spend, repeatCount: number, meanRepeatValue: number): number {
  const px = p * repeatCount;
  return (
    lnGamma(px + q) -
    lnGamma(px) -
    lnGamma(q) +
    q * Math.log(gamma) +
    (px - 1) * Math.log(meanRepeatValue) +
    px * Math.log(repeatCount) -
    (px + q) * Math.log(repeatCount * meanRepeatValue + gamma)
  );
}

type Spend = Pick<SpendFit, 'p' | 'q' | 'gamma'>;

/**
 * Expected spend per purchase (eq. 5): the customer's own mean, shrunk to the shop's, which one without repeats gets. Where
 * the model has no mean (p·x + q ≤ 1) the own mean stands, or γ·p as the shop's scale.
 */
export function expectedSpend({ p, q, gamma }: Spend, repeatCount: number, meanRepeatValue: number): number {
  const repeats = meanRepeatValue > 0 ? repeatCount : 0;
  const weight = p * repeats + q - 1;
  if (weight <= 0) return repeats > 0 ? meanRepeatValue : p * gamma;
  return (p * (gamma + repeats * meanRepeatValue)) / weight;
}

/**
 * Pearson's correlation of repeat count and mean value among the customers with repeats: the model assumes none, and is
 * not to be used from some .3 on. 0 where either does not vary.
 */
export function countValueCorrelation(repeatCounts: ArrayLike<number>, meanRepeatValues: ArrayLike<number>): number {
  let [n, meanX, meanM, squareX, squareM, product] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < repeatCounts.length; index++) {
    const [x, m] = [repeatCounts[index]!, meanRepeatValues[index]!];
    if (!(x > 0 && m > 0)) continue;
    n += 1;
    const [offX, offM] = [x - meanX, m - meanM];
    meanX += offX / n;
    meanM += offM / n;
    squareX += offX * (x - meanX);
    squareM += offM * (m - meanM);
    product += offX * (m - meanM);
  }
  return squareX > 0 && squareM > 0 ? product / Math.sqrt(squareX * squareM) : 0;
}
