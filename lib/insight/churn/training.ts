/** What past windows teach: the logistic regression on the customers of several cuts, models as they were at each cut. */
import type { Fit } from '../models/fit.ts';
import { groupCustomers } from '../models/group.ts';
import type { Steps } from '../steps.ts';
import { modelLogits } from './average.ts';
import { ordersAfter } from './backtest.ts';
import { featureCount, fillFeatures } from './blend.ts';
import { fitLogistic, type LogisticFit, type TrainingSet } from './logistic.ts';
import { pickBuyers } from './score.ts';
import type { FitContext } from './snapshot.ts';
import { DAYS_PER_WEEK, sampleOf } from './stats-at.ts';

const RIDGE = 5;
/** Of a cut, against the next newer one. */
const FADING = 0.7;
/** Of a cut; a larger shop is sampled and each customer counts more. */
const MOST_ROWS = 40_000;

/** @param cuts newest first, each with the models fitted at it */
export function* learnFromCuts(
  context: FitContext,
  cuts: readonly { readonly day: number; readonly fits: readonly Fit[] }[],
): Steps<LogisticFit> {
  const parts: TrainingSet[] = [];
  for (const [age, { day, fits }] of cuts.entries()) parts.push(yield* rowsOf(context, day, fits, FADING ** age));
  const all = joined(parts);
  yield;
  return yield* fitLogistic(all, RIDGE);
}

function* rowsOf(context: FitContext, day: number, fits: readonly Fit[], weight: number): Steps<TrainingSet> {
  const snapshot = yield* context.at(day);
  const orders = ordersAfter(context.ledger, snapshot, snapshot.ends, context.horizonDays);
  const { indices, stride } = sampleOf(snapshot.size, MOST_ROWS);
  const { stats, recencyDays, cycleDays } = pickBuyers(snapshot, indices);
  yield;
  const grouped = groupCustomers(stats);
  yield;
  const logits = yield* modelLogits(fits, grouped, context.horizonDays / DAYS_PER_WEEK);
  const width = featureCount(fits.length);
  const rows = indices.length;
  const inputs = new Float64Array(rows * width);
  const outcomes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const history = {
      repeatCount: stats.repeatCount[row]!,
      lastPurchaseDays: stats.lastPurchaseAge[row]! * DAYS_PER_WEEK,
      recencyDays: recencyDays[row]!,
      cycleDays: cycleDays[row]!,
    };
    fillFeatures(inputs, row * width, history, logits, row);
    outcomes[row] = orders[indices[row]!]! > 0 ? 1 : 0;
  }
  yield;
  return { rows, width, inputs, outcomes, weights: new Float64Array(rows).fill(weight * stride) };
}

function joined(parts: readonly TrainingSet[]): TrainingSet {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const width = parts[0]?.width ?? 0;
  const set = {
    rows,
    width,
    inputs: new Float64Array(rows * width),
    outcomes: new Uint8Array(rows),
    weights: new Float64Array(rows),
  };
  let at = 0;
  for (const part of parts) {
    set.inputs.set(part.inputs, at * width);
    set.outcomes.set(part.outcomes, at);
    set.weights.set(part.weights, at);
    at += part.rows;
  }
  return set;
}
