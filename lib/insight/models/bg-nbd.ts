/**
 * The models in which a customer may leave only after a purchase: BG/NBD (Fader, Hardie & Lee 2005, for reference: it has
 * every one-time customer alive), MBG/NBD, where one may leave after the first purchase too (Batislam, Denizel &
 * Filiztekin 2007), and MBG/CNBD-k with Erlang-k gaps (Reutterer, Platzer & Schröder 2021). Purchase rate λ ~ Gamma(r, α),
 * dropout p ~ Beta(a, b); parameters in the order r, α, a, b.
 */
import { emptyTail, fillErlangTail } from './erlang-tail.ts';
import type { Grouped } from './group.ts';
import { clampProbability, countByRepeats, type Expectation, type Likelihood, type Scorer } from './likelihood.ts';

export interface DropoutAfterPurchase {
  /** 1 where a customer may leave after the first purchase as well (MBG), 0 where not (BG). */
  readonly afterFirst: 0 | 1;
  /** Regularity of the gaps; 1 is Poisson. */
  readonly k: number;
}

/** Fader, Hardie & Lee 2005 eq. 6 in logarithms; with k, the likelihood of Reutterer, Platzer & Schröder 2021. */
export function dropoutLikelihood(grouped: Grouped, { afterFirst, k }: DropoutAfterPurchase): Likelihood {
  const { repeatCount, lastPurchaseAge, observedAge, logGapSum, count } = grouped;
  const total = new Float64Array(5);
  const tail = emptyTail();
  let [r, alpha, a, b] = [1, 1, 1, 1];
  let step = 1;
  let leaving = new Float64Array(0);

  function begin(params: ArrayLike<number>, stride: number): void {
    [r, alpha, a, b] = Array.from(params) as [number, number, number, number];
    step = stride;
    const customers = countByRepeats(grouped, stride);
    leaving = new Float64Array(customers.length);
    total.fill(0);
    addShared(customers);
  }

  /** The terms that depend on the repeat count alone, once per count: rising factorials as running sums. */
  function addShared(customers: Float64Array): void {
    const logGammaK = logFactorial(k - 1);
    let [purchases, byR, dropout, byA, byB] = [0, 0, 0, 0, 0];
    let events = 0;
    let survived = 0;
    for (let x = 0; x < customers.length; x++) {
      for (; events < k * x; events++) {
        purchases += Math.log(r + events);
        byR += 1 / (r + events);
      }
      for (; survived < x + afterFirst; survived++) {
        dropout += Math.log((b + survived) / (a + b + survived));
        byA -= 1 / (a + b + survived);
        byB += a / ((b + survived) * (a + b + survived));
      }
      leaving[x] = survived > 0 ? Math.log(a / (b + x - 1 + afterFirst)) : -Infinity;
      const weight = customers[x]!;
      total[0]! += weight * (purchases + r * Math.log(alpha) + dropout - x * logGammaK);
      total[1]! += weight * (byR + Math.log(alpha));
      total[2]! += (weight * r) / alpha;
      total[3]! += weight * byA;
      total[4]! += weight * byB;
    }
  }

  function add(from: number, to: number): void {
    let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    for (let group = from; group < to; group += step) {
      const x = repeatCount[group]!;
      const age = alpha + observedAge[group]!;
      const last = alpha + lastPurchaseAge[group]!;
      const weight = count[group]!;
      const shape = r + k * x;
      const logAge = Math.log(age);
      const logLast = Math.log(last);
      if (k > 1) {
        fillErlangTail(shape, (age - last) / age, k, tail);
        value += (k - 1) * logGapSum[group]!;
      }
      const stayed = -shape * logAge + (k > 1 ? Math.log(tail.value) : 0);
      const left = leaving[x]! - shape * logLast;
      const odds = Math.exp(-Math.abs(left - stayed));
      const gone = left > stayed ? 1 / (1 + odds) : odds / (1 + odds);
      const here = 1 - gone;
      value += weight * (Math.max(left, stayed) + Math.log1p(odds));
      byR -= weight * (here * (logAge - tail.byShape / tail.value) + gone * logLast);
      byAlpha -= weight * (here * ((shape + tail.byShare / tail.value) / age) + gone * (shape / last));
      byA += weight * gone;
      if (gone > 0) byB -= (weight * gone) / (b + x - 1 + afterFirst);
    }
    total[0]! += value;
    total[1]! += byR;
    total[2]! += byAlpha;
    total[3]! += byA / a;
    total[4]! += byB;
  }
  return { begin, add, total };
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let factor = 2; factor <= n; factor++) sum += Math.log(factor);
  return sum;
}

/**
 * P(alive) is the odds of the two ways to be silent (Fader & Hardie's note 021); P(buy) follows from it, as one who
 * is alive stays so until the next purchase, and the wait for that is Lomax (with k: the ratio of two Erlang tails).
 * @param horizon weeks
 */
export function dropoutScorer(
  params: readonly number[],
  { afterFirst, k }: DropoutAfterPurchase,
  horizon: number,
): Scorer {
  const [r, alpha, a, b] = params as [number, number, number, number];
  const now = emptyTail();
  const later = emptyTail();
  return (repeatCount, lastPurchaseAge, observedAge, out) => {
    const age = alpha + observedAge;
    const shape = r + k * repeatCount;
    const silence = observedAge - lastPurchaseAge;
    if (k > 1) {
      fillErlangTail(shape, silence / age, k, now);
      fillErlangTail(shape, (silence + horizon) / (age + horizon), k, later);
    }
    const chances = b + repeatCount - 1 + afterFirst;
    const mayHaveLeft = repeatCount + afterFirst > 0;
    out.pAlive = mayHaveLeft
      ? 1 / (1 + ((a / chances) * Math.exp(shape * Math.log(age / (alpha + lastPurchaseAge)))) / now.value)
      : 1;
    const waitsOn = -shape * Math.log1p(horizon / age);
    const buysIfAlive =
      k === 1 ? -Math.expm1(waitsOn) : clampProbability(1 - (Math.exp(waitsOn) * later.value) / now.value);
    out.pBuy = out.pAlive * buysIfAlive;
  };
}

/** Terms at most, for histories so short that the rate is hardly known. */
const MAX_TERMS = 100_000;
const HUGE = 1e200;

/**
 * Expected purchases, Σ_n P(still a customer before the n-th) · P(n-th within the horizon): the coming events are negative
 * binomial, each k-th is a purchase, and the first one comes sooner the more events have passed unseen since the last
 * purchase. All terms are positive, so that neither large counts nor a = 1 nor endless a and b need care; for k = 1 it
 * equals the hypergeometric form (Fader, Hardie & Lee 2005 eq. 10).
 * @param horizon weeks
 */
export function dropoutExpectation(
  params: readonly number[],
  model: DropoutAfterPurchase,
  horizon: number,
): Expectation {
  const [r, alpha, a, b] = params as [number, number, number, number];
  const { afterFirst, k } = model;
  const scorer = dropoutScorer(params, model, horizon);
  const outlook = { pAlive: 0, pBuy: 0 };
  return (repeatCount, lastPurchaseAge, observedAge) => {
    scorer(repeatCount, lastPurchaseAge, observedAge, outlook);
    const age = alpha + observedAge;
    const shape = r + k * repeatCount;
    const leaving = { k, a, chances: b + repeatCount + afterFirst };
    const share = (observedAge - lastPurchaseAge) / age;
    let [weight, weights, sum] = [1, 0, 0];
    for (let unseen = 0; unseen < k; unseen++) {
      weights += weight;
      sum += weight * purchasesAhead(shape + unseen, horizon / (age + horizon), unseen, leaving);
      weight *= ((shape + unseen) / (unseen + 1)) * share;
    }
    return (outlook.pAlive * sum) / weights;
  };
}

/**
 * Expected purchases of one who is alive, when `unseen` of the next k events have happened; `a` chances to leave
 * against `chances` to stay.
 */
function purchasesAhead(
  successes: number,
  odds: number,
  unseen: number,
  { k, a, chances }: { readonly k: number; readonly a: number; readonly chances: number },
): number {
  let [term, terms, weighted] = [1, 0, 0];
  let [purchases, stays, untilNext] = [0, 1, k - unseen];
  for (let event = 0; event < MAX_TERMS; event++) {
    if (untilNext === 0) {
      const made = (unseen + event) / k;
      purchases += stays;
      stays *= (chances + made - 1) / (a + chances + made - 1);
      untilNext = k;
    }
    terms += term;
    weighted += term * purchases;
    const growth = (odds * (successes + event)) / (event + 1);
    term *= growth;
    untilNext -= 1;
    if (growth < 1 && (term * (purchases + 1)) / (1 - growth) < 1e-14 * (weighted + 1e-300)) break;
    if (term > HUGE) [term, terms, weighted] = [term / HUGE, terms / HUGE, weighted / HUGE];
  }
  return weighted / terms;
}
