/** Compares the models with reference values: one customer, known parameters, expected results. */
import {
  expectedOrders,
  logLikelihood,
  scoreGroups,
  type Fit,
  type ReturnModelName,
} from '../../lib/insight/models/fit.ts';
import { expectedSpend, logSpendLikelihood } from '../../lib/insight/models/gamma-gamma.ts';
import { groupCustomers } from '../../lib/insight/models/group.ts';

/** As in the file; a quantity that is null or missing was not computed. */
interface Vector {
  readonly model: string;
  readonly params: readonly number[];
  readonly k?: number;
  readonly x: number;
  readonly [quantity: string]: unknown;
}

const models: Readonly<Record<string, ReturnModelName>> = {
  bgnbd: 'bgnbd',
  mbgnbd: 'mbgnbd',
  pnbd: 'paretonbd',
  paretonbd: 'paretonbd',
  mbgcnbd: 'mbgcnbdk',
  mbgcnbdk: 'mbgcnbdk',
};

/** Largest absolute deviations; `vectors` is how many were compared. */
export type Deviations = Record<string, Record<string, number>>;

/** @throws Error of anything but `{"vectors": […]}`, or of a model that is not known */
export function compareWithGolden(json: string): Deviations {
  const { vectors } = JSON.parse(json) as { vectors?: readonly Vector[] };
  if (!Array.isArray(vectors)) throw new Error('expected {"vectors": […]}');
  const deviations: Deviations = {};
  for (const vector of vectors as readonly Vector[]) {
    const found = (deviations[vector.model] ??= { vectors: 0 });
    found['vectors']! += 1;
    for (const [quantity, value] of Object.entries(evaluate(vector))) {
      const expected = vector[quantity];
      if (typeof expected !== 'number') continue;
      const off = Math.abs(value - expected);
      found[quantity] = Number.isNaN(off) ? Infinity : Math.max(found[quantity] ?? 0, off);
    }
  }
  return deviations;
}

function evaluate(vector: Vector): Record<string, number> {
  const { model, params, k = 1, x } = vector;
  if (model === 'gammagamma') {
    const [p = 1, q = 1, gamma = 1] = params;
    const mean = Number(vector['z']);
    return {
      ll: logSpendLikelihood({ p, q, gamma }, x, mean),
      expected: expectedSpend({ p, q, gamma }, x, mean),
    };
  }
  const name = models[model];
  if (!name) throw new Error(`unknown model ${JSON.stringify(model)}`);
  const fit: Fit = { model: name, params, k, logLikelihood: 0, converged: true, boundary: false, evaluations: 0 };
  const one = (value: unknown) => Float64Array.of(Number(value ?? 0));
  const grouped = groupCustomers({
    size: 1,
    repeatCount: one(x),
    lastPurchaseAge: one(vector['tx']),
    observedAge: one(vector['T']),
    logGapSum: one(vector['litt']),
  });
  const { pAlive, pBuy } = scoreGroups(fit, grouped, Number(vector['h']));
  return {
    ll: logLikelihood(fit, grouped),
    palive: pAlive[0]!,
    pbuy: pBuy[0]!,
    cet: expectedOrders(fit, grouped, Number(vector['h']))[0]!,
  };
}
