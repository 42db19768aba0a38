/** Scoring without a chosen model: what the extension itself would say of these customers. */
import { contextOf } from '../../lib/insight/churn/snapshot.ts';
import { fitShop } from '../../lib/insight/churn/fit-shop.ts';
import { averageLogits, modelLogits } from '../../lib/insight/churn/average.ts';
import { sigmoid } from '../../lib/insight/churn/logit.ts';
import { scoreLogits } from '../../lib/insight/churn/score.ts';
import type { ShopModel } from '../../lib/insight/churn/shop-model.ts';
import { Measures } from '../../lib/insight/measures/measures.ts';
import { expectedOrders, fitModel, scoreGroups, spread, type Fit } from '../../lib/insight/models/fit.ts';
import type { Grouped } from '../../lib/insight/models/group.ts';
import { finish } from '../../lib/insight/steps.ts';
import type { Customers } from './customers.ts';

const DAYS_PER_WEEK = 7;

/** One number per customer. */
export interface Scores {
  pAlive: Float64Array;
  pBuy: Float64Array;
  expected: Float64Array;
}

export interface AutoScores {
  scores: Scores;
  /** The likeliest of the fitted models. */
  best: Fit;
  /** What is printed beside it: the level of the data, how the models were put together, the gate's verdict. */
  told: object;
}

/**
 * A history of orders gets the whole treatment, back-tests and gate; of a summary, which has no past days, the models' average.
 * Chances are printed at every level, so that they can be looked at; what the extension would not show is said beside them.
 */
export function scoreAuto({ history }: Customers, grouped: Grouped, horizonDays: number): AutoScores {
  if (history === null) return averageOnly(grouped, horizonDays);
  const { ledger, endDay } = history;
  const reading = new Measures(ledger, { asOfDay: endDay, benchmarks: null, presetCycleDays: [], outlook: null });
  const input = { reading, horizonDays };
  const model = fitShop(input);
  const fits = model.fits.length > 0 ? model.fits : [fitAlone(grouped)];
  const { blend, logistic } = model.fits.length > 0 ? model : { blend: 'average' as const, logistic: null };
  const snapshot = finish(contextOf(input).at(endDay));
  const logits = finish(scoreLogits({ fits, horizonDays, blend, logistic }, snapshot, snapshot.grouped));
  return { scores: scoresOf(fits, grouped, horizonDays, logits), best: likeliest(fits), told: told(model) };
}

function averageOnly(grouped: Grouped, horizonDays: number): AutoScores {
  const fits = (['mbgnbd', 'paretonbd'] as const).map((name) => finish(fitModel(name, grouped, { prior: true })));
  const logits = finish(modelLogits(fits, grouped, horizonDays / DAYS_PER_WEEK));
  const average = averageLogits(logits, grouped.customers);
  return { scores: scoresOf(fits, grouped, horizonDays, average), best: likeliest(fits), told: { blend: 'average' } };
}

/** With too little data for anything else: the priors and what there is. */
function fitAlone(grouped: Grouped): Fit {
  return finish(fitModel('mbgnbd', grouped, { prior: true }));
}

function likeliest(fits: readonly Fit[]): Fit {
  return fits.toSorted((a, b) => b.logLikelihood - a.logLikelihood)[0]!;
}

function scoresOf(fits: readonly Fit[], grouped: Grouped, horizonDays: number, logits: Float64Array): Scores {
  const weeks = horizonDays / DAYS_PER_WEEK;
  const mean = (perFit: readonly Float64Array[]) =>
    spread(
      perFit[0]!.map((_, at) => perFit.reduce((sum, values) => sum + values[at]!, 0) / perFit.length),
      grouped,
    );
  // The chances are blended otherwise than the rest; who comes back is alive, and buys once at least.
  const pBuy = logits.map(sigmoid);
  const atLeast = (values: Float64Array) => values.map((value, customer) => Math.max(value, pBuy[customer]!));
  return {
    pAlive: atLeast(mean(fits.map((fit) => scoreGroups(fit, grouped, weeks).pAlive))),
    pBuy,
    expected: atLeast(mean(fits.map((fit) => expectedOrders(fit, grouped, weeks)))),
  };
}

function told({ level, data, blend, gate, problems, learntFrom }: ShopModel): object {
  const { isOpen, refusal, meanAuc, minAuc, windows } = gate;
  return {
    level,
    missing: data.missing,
    blend,
    learntFrom,
    gate: { isOpen, refusal, meanAuc, minAuc, windows: windows.length },
    notConverged: problems,
  };
}
