/**
 * Fitting and using the purchase models. A fit is plain data and may be stored; scores are pure functions of it. By maximum
 * likelihood it repeats the literature; with priors (weak Normal ones on the logarithms of the parameters) it also holds in
 * shops too small or too odd for the likelihood to have a top.
 */
import { finish, type Steps } from '../steps.ts';
import { dropoutExpectation, dropoutLikelihood, dropoutScorer } from './bg-nbd.ts';
import type { Grouped } from './group.ts';
import type { Expectation, Likelihood, Scorer } from './likelihood.ts';
import { byClearLikelihood, byLikelihood, chooseRegularity } from './mbg-cnbd-k.ts';
import { minimise, type Minimum, type Objective } from './numeric/minimise.ts';
import { polish } from './numeric/nelder-mead.ts';
import { paretoExpectation, paretoLikelihood, paretoScorer } from './pareto-nbd.ts';

export type ReturnModelName = 'bgnbd' | 'mbgnbd' | 'paretonbd' | 'mbgcnbdk';

export interface Fit {
  readonly model: ReturnModelName;
  /** r, α, a, b, and of Pareto/NBD r, α, s, β; time in weeks. */
  readonly params: readonly number[];
  /** Regularity; 1 for all models but MBG/CNBD-k. */
  readonly k: number;
  /** Of all customers, gaps in weeks, without the priors. */
  readonly logLikelihood: number;
  /** False: the search ended elsewhere than at a top. */
  readonly converged: boolean;
  /** A parameter ran off: the likelihood has no top, and the model is a simpler one in disguise. */
  readonly boundary: boolean;
  /** Of the likelihood, in the search that found this; samples of the customers count as well. */
  readonly evaluations: number;
}

export interface FitOptions {
  /** Maximum a posteriori with the house priors; else plain maximum likelihood. */
  readonly prior: boolean;
  /** Natural parameters to begin with, as of an earlier fit (with k = 1); spares the search for a good start. */
  readonly start?: readonly number[];
}

/** What fitting with priors assumes of each parameter: centre, and standard deviation of the logarithm. */
type Prior = readonly { readonly centre: number; readonly width: number }[];

/** ln of a parameter beyond which a wall rises, so that a likelihood without a top ends somewhere. */
const WALL = 11;
const WALL_STEEPNESS = 10;
/** ln of a parameter from where on it says "endless" or "none". */
const EDGE = 7;

const TOLERANCE = 1e-7;
/** A first search looks at about so many groups; the full one then takes a few steps only. */
const SAMPLE_GROUPS = 3000;
const SAMPLE_TOLERANCE = 1e-3;
/** A customer's log-likelihood bends by about one over this with the logarithm of a parameter. */
const FIRST_STEP = 10;
/** Groups between two pauses: a millisecond or two, with the slowest model some five. */
const CHUNK = 4096;

/**
 * Fits one model; MBG/CNBD-k also chooses its k. Never throws; of no customers at all it returns the priors' centre.
 * @returns steps of at most some milliseconds
 */
export function* fitModel(model: ReturnModelName, grouped: Grouped, options: FitOptions): Steps<Fit> {
  const { prior: withPrior, start = null } = options;
  const typicalAge = medianAge(grouped);
  function fitOne(k: number, from: readonly number[] | null): Steps<Fit> {
    const prior = priorOf(model, k, typicalAge);
    const [centre, livelier] = startsOf(prior);
    const starts = from ? [from, centre] : start ? [start] : [centre, livelier];
    return fitFixed(model, k, grouped, withPrior ? priorPenalty(prior) : wallPenalty, starts);
  }
  if (model !== 'mbgcnbdk') return yield* fitOne(1, null);
  return yield* chooseRegularity(fitOne, withPrior ? byClearLikelihood : byLikelihood);
}

function* fitFixed(
  model: ReturnModelName,
  k: number,
  grouped: Grouped,
  penalty: Penalty,
  starts: readonly (readonly number[])[],
): Steps<Fit> {
  const likelihood = likelihoodOf(model, k, grouped);
  const objective = (stride: number) => makeObjective(likelihood, grouped.size, penalty, stride);
  const stride = starts.length === 1 ? 1 : Math.max(1, Math.floor(grouped.size / SAMPLE_GROUPS));
  const scale = FIRST_STEP / (FIRST_STEP + grouped.customers);
  let best: Minimum | null = null;
  let evaluations = 0;
  for (const from of starts) {
    const found: Minimum = yield* minimise(
      objective(stride),
      from.map(Math.log),
      stride > 1 ? SAMPLE_TOLERANCE : TOLERANCE,
      scale,
    );
    evaluations += found.evaluations;
    if (best === null || found.value < best.value) best = found;
  }
  if (stride > 1) {
    best = yield* minimise(objective(1), best!.at, TOLERANCE, scale, best!.inverseHessian);
    evaluations += best.evaluations;
  }
  if (!best!.converged) {
    const polished: Minimum = yield* polish(objective(1), best!, TOLERANCE);
    evaluations += polished.evaluations - best!.evaluations;
    best = polished;
  }
  const { at, value, converged } = best!;
  return {
    model,
    params: Array.from(at, Math.exp),
    k,
    logLikelihood: penalty(at, new Float64Array(at.length)) - value,
    converged,
    boundary: at.some((log) => Math.abs(log) > EDGE) || (penalty === wallPenalty && hasNoRepeat(grouped)),
    evaluations,
  };
}

/** Then any rate will do that is small enough. */
function hasNoRepeat({ repeatCount }: Grouped): boolean {
  return repeatCount.every((x) => x === 0);
}

function likelihoodOf(model: ReturnModelName, k: number, grouped: Grouped): Likelihood {
  if (model === 'paretonbd') return paretoLikelihood(grouped);
  return dropoutLikelihood(grouped, { afterFirst: model === 'bgnbd' ? 0 : 1, k });
}

/** Weak: CDNOW-like shapes, and times that follow the typical length of the customers' histories. */
function priorOf(model: ReturnModelName, k: number, typicalAge: number): Prior {
  const rate = [
    { centre: 0.6, width: 0.8 },
    { centre: typicalAge / 4 / k, width: 1 },
  ];
  return model === 'paretonbd'
    ? [...rate, { centre: 0.6, width: 0.8 }, { centre: typicalAge / 3, width: 1.2 }]
    : [...rate, { centre: 1, width: 0.8 }, { centre: 2.5, width: 0.8 }];
}

/** Weeks, at least a day; 1 of no customers. By counting, as on a calendar few ages differ. */
function medianAge({ size, observedAge, count, customers }: Grouped): number {
  const withAge = new Map<number, number>();
  for (let group = 0; group < size; group++) {
    withAge.set(observedAge[group]!, (withAge.get(observedAge[group]!) ?? 0) + count[group]!);
  }
  let left = customers / 2;
  for (const age of Float64Array.from(withAge.keys()).toSorted()) {
    left -= withAge.get(age)!;
    if (left <= 0) return Math.max(1 / 7, age);
  }
  return 1;
}

/** The priors' centre, and a shop with livelier customers and less dropout, from where another top may be nearer. */
function startsOf(prior: Prior): readonly [readonly number[], readonly number[]] {
  const livelier = [3, 4, 0.5, 2];
  return [prior.map(({ centre }) => centre), prior.map(({ centre }, index) => centre * livelier[index]!)];
}

/** Adds its gradient to the given one. */
type Penalty = (at: Float64Array, gradient: Float64Array) => number;

function priorPenalty(prior: Prior): Penalty {
  return (at, gradient) =>
    at.reduce((sum, log, index) => {
      const { centre, width } = prior[index]!;
      const off = (log - Math.log(centre)) / width;
      gradient[index]! += off / width;
      return sum + (off * off) / 2;
    }, 0);
}

const wallPenalty: Penalty = (at, gradient) =>
  at.reduce((sum, log, index) => {
    const beyond = Math.sign(log) * Math.max(0, Math.abs(log) - WALL);
    gradient[index]! += WALL_STEEPNESS * beyond;
    return sum + (WALL_STEEPNESS * beyond * beyond) / 2;
  }, 0);

/** The negative log-likelihood and the penalty, by the logarithms of the parameters. */
function makeObjective(likelihood: Likelihood, size: number, penalty: Penalty, stride: number): Objective {
  return function* evaluate(at, gradient) {
    const params = at.map(Math.exp);
    yield* sumUp(likelihood, params, size, stride);
    params.forEach((param, index) => {
      gradient[index] = -stride * param * likelihood.total[index + 1]!;
    });
    return penalty(at, gradient) - stride * likelihood.total[0]!;
  };
}

function* sumUp(likelihood: Likelihood, params: ArrayLike<number>, size: number, stride: number): Steps<void> {
  likelihood.begin(params, stride);
  const chunk = CHUNK * stride;
  for (let from = 0; from < size; from += chunk) {
    likelihood.add(from, Math.min(size, from + chunk));
    yield;
  }
}

/** ln of the likelihood of these customers under a fit of perhaps others; per group weight as in `grouped.count`. */
export function logLikelihood({ model, params, k }: Fit, grouped: Grouped): number {
  const likelihood = likelihoodOf(model, k, grouped);
  finish(sumUp(likelihood, params, grouped.size, 1));
  return likelihood.total[0]!;
}

/** One score per group. */
export interface GroupScores {
  /** The customer has not left for good. Ranks badly: use `pBuy`. */
  readonly pAlive: Float64Array;
  /** At least one purchase within the horizon. */
  readonly pBuy: Float64Array;
}

export function scoreGroups(fit: Fit, grouped: Grouped, horizonWeeks: number): GroupScores {
  const { size, repeatCount, lastPurchaseAge, observedAge } = grouped;
  const scorer = scorerOf(fit, horizonWeeks);
  const pAlive = new Float64Array(size);
  const pBuy = new Float64Array(size);
  const outlook = { pAlive: 0, pBuy: 0 };
  for (let group = 0; group < size; group++) {
    scorer(repeatCount[group]!, lastPurchaseAge[group]!, observedAge[group]!, outlook);
    pAlive[group] = outlook.pAlive;
    pBuy[group] = outlook.pBuy;
  }
  return { pAlive, pBuy };
}

/** P(at least one purchase within the horizon) of one history, real or imagined. */
export function pBuyOf(
  fit: Fit,
  history: { readonly repeatCount: number; readonly lastPurchaseAge: number; readonly observedAge: number },
  horizonWeeks: number,
): number {
  const outlook = { pAlive: 0, pBuy: 0 };
  scorerOf(fit, horizonWeeks)(history.repeatCount, history.lastPurchaseAge, history.observedAge, outlook);
  return outlook.pBuy;
}

/** Expected purchases within the horizon, one per group. */
export function expectedOrders(fit: Fit, grouped: Grouped, horizonWeeks: number): Float64Array {
  const expectation = expectationOf(fit, horizonWeeks);
  return Float64Array.from({ length: grouped.size }, (_, group) =>
    expectation(grouped.repeatCount[group]!, grouped.lastPurchaseAge[group]!, grouped.observedAge[group]!),
  );
}

/** From one value per group to one per customer. */
export function spread(perGroup: Float64Array, { groupOf }: Grouped): Float64Array {
  const perCustomer = new Float64Array(groupOf.length);
  for (let customer = 0; customer < groupOf.length; customer++) perCustomer[customer] = perGroup[groupOf[customer]!]!;
  return perCustomer;
}

function scorerOf({ model, params, k }: Fit, horizon: number): Scorer {
  if (model === 'paretonbd') return paretoScorer(params, horizon);
  return dropoutScorer(params, { afterFirst: model === 'bgnbd' ? 0 : 1, k }, horizon);
}

function expectationOf({ model, params, k }: Fit, horizon: number): Expectation {
  if (model === 'paretonbd') return paretoExpectation(params, horizon);
  return dropoutExpectation(params, { afterFirst: model === 'bgnbd' ? 0 : 1, k }, horizon);
}
