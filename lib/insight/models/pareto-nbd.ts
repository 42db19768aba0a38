/**
 * Pareto/NBD: a customer may leave at any moment (Schmittlein, Morrison & Colombo 1987; Fader & Hardie's notes 009 and
 * 015). Purchase rate λ ~ Gamma(r, α), dropout rate μ ~ Gamma(s, β); parameters in the order r, α, s, β.
 */
import type { Grouped } from './group.ts';
import { clampProbability, countByRepeats, type Expectation, type Likelihood, type Scorer } from './likelihood.ts';
import { emptyIntegral, integrateTwoPowers, type TwoPowerIntegral } from './numeric/two-power-integral.ts';

/** The two silences, as ln of their ratio: left between the last purchase and the end, over still here. */
function logOddsGone(
  repeatCount: number,
  last: number,
  age: number,
  params: Params,
  withAverages: boolean,
  integral: TwoPowerIntegral,
): number {
  if (!(age > last)) return -Infinity;
  const { r, alpha, s, beta } = params;
  const shape = r + repeatCount;
  if (alpha <= beta) integrateTwoPowers(shape, alpha, s + 1, beta, last, age, withAverages, integral);
  else integrateTwoPowers(s + 1, beta, shape, alpha, last, age, withAverages, integral);
  const atLast = (s * (Math.min(alpha, beta) + last)) / (beta + last);
  const silence = shape * Math.log((alpha + age) / (alpha + last)) + s * Math.log((beta + age) / (beta + last));
  return silence + Math.log(atLast * integral.value);
}

interface Params {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

function named(params: ArrayLike<number>): Params {
  const [r, alpha, s, beta] = Array.from(params) as [number, number, number, number];
  return { r, alpha, s, beta };
}

/** Derivatives are averages under the integrand of the chance to have left. */
export function paretoLikelihood(grouped: Grouped): Likelihood {
  const { repeatCount, lastPurchaseAge, observedAge, count } = grouped;
  const total = new Float64Array(5);
  const integral = emptyIntegral();
  let params = named([1, 1, 1, 1]);
  let step = 1;

  function begin(values: ArrayLike<number>, stride: number): void {
    params = named(values);
    step = stride;
    total.fill(0);
    addShared(countByRepeats(grouped, stride));
  }

  function addShared(customers: Float64Array): void {
    const { r, alpha, s, beta } = params;
    let [purchases, byR] = [0, 0];
    for (let x = 0; x < customers.length; x++) {
      const weight = customers[x]!;
      total[0]! += weight * (purchases + r * Math.log(alpha) + s * Math.log(beta));
      total[1]! += weight * (byR + Math.log(alpha));
      total[2]! += (weight * r) / alpha;
      total[3]! += weight * Math.log(beta);
      total[4]! += (weight * s) / beta;
      purchases += Math.log(r + x);
      byR += 1 / (r + x);
    }
  }

  function add(from: number, to: number): void {
    const { r, alpha, s, beta } = params;
    let [value, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
    for (let group = from; group < to; group += step) {
      const x = repeatCount[group]!;
      const age = observedAge[group]!;
      const last = lastPurchaseAge[group]!;
      const weight = count[group]!;
      const shape = r + x;
      const logAlphaAge = Math.log(alpha + age);
      const logBetaAge = Math.log(beta + age);
      const odds = logOddsGone(x, last, age, params, true, integral);
      const smaller = Math.exp(-Math.abs(odds));
      const gone = (odds > 0 ? 1 : smaller) / (1 + smaller);
      const here = 1 - gone;
      value += weight * (Math.max(0, odds) + Math.log1p(smaller) - shape * logAlphaAge - s * logBetaAge);
      byR -= weight * here * logAlphaAge;
      byAlpha -= (weight * here * shape) / (alpha + age);
      byS -= weight * here * logBetaAge;
      byBeta -= (weight * here * s) / (beta + age);
      if (gone === 0) continue;
      const alphaIsSmall = alpha <= beta;
      const alphaLog = alphaIsSmall ? integral.smallLog : integral.largeLog;
      const betaLog = alphaIsSmall ? integral.largeLog : integral.smallLog;
      const alphaInverse = alphaIsSmall ? integral.smallInverse : integral.largeInverse;
      const betaInverse = alphaIsSmall ? integral.largeInverse : integral.smallInverse;
      byR -= weight * gone * (Math.log(alpha + last) + alphaLog);
      byAlpha -= weight * gone * shape * alphaInverse;
      byS += weight * gone * (1 / s - Math.log(beta + last) - betaLog);
      byBeta -= weight * gone * (s + 1) * betaInverse;
    }
    total[0]! += value;
    total[1]! += byR;
    total[2]! += byAlpha;
    total[3]! += byS;
    total[4]! += byBeta;
  }
  return { begin, add, total };
}

/**
 * P(alive) is that of Fader & Hardie's note 009. P(buy) = P(alive) · ∫_0^h (R/A) (1+u/A)^−(R+1) (1+u/B)^−s du with
 * R = r+x, A = α+T, B = β+T: the density of the next purchase, times the chance to be still there.
 * @param horizon weeks
 */
export function paretoScorer(values: readonly number[], horizon: number): Scorer {
  const params = named(values);
  const integral = emptyIntegral();
  return (repeatCount, lastPurchaseAge, observedAge, out) => {
    const shape = params.r + repeatCount;
    const alpha = params.alpha + observedAge;
    const beta = params.beta + observedAge;
    const odds = logOddsGone(repeatCount, lastPurchaseAge, observedAge, params, false, integral);
    out.pAlive = 1 / (1 + Math.exp(odds));
    if (alpha <= beta) integrateTwoPowers(shape + 1, alpha, params.s, beta, 0, horizon, false, integral);
    else integrateTwoPowers(params.s, beta, shape + 1, alpha, 0, horizon, false, integral);
    out.pBuy = out.pAlive * clampProbability((shape / alpha) * Math.min(alpha, beta) * integral.value);
  };
}

/**
 * Expected purchases (Schmittlein, Morrison & Colombo 1987; with its limit at s = 1).
 * @param horizon weeks
 */
export function paretoExpectation(values: readonly number[], horizon: number): Expectation {
  const { r, alpha, s, beta } = named(values);
  const scorer = paretoScorer(values, horizon);
  const outlook = { pAlive: 0, pBuy: 0 };
  return (repeatCount, lastPurchaseAge, observedAge) => {
    scorer(repeatCount, lastPurchaseAge, observedAge, outlook);
    const lived = Math.log1p(horizon / (beta + observedAge));
    const mean = s === 1 ? lived : -Math.expm1((1 - s) * lived) / (s - 1);
    return (outlook.pAlive * mean * (r + repeatCount) * (beta + observedAge)) / (alpha + observedAge);
  };
}
