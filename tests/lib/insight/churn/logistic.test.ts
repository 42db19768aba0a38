import { expect, test } from 'vitest';
import { chooseBlend } from '../../../../lib/insight/churn/blend.ts';
import { fitLogistic, logisticLogit, type TrainingSet } from '../../../../lib/insight/churn/logistic.ts';
import { sigmoid } from '../../../../lib/insight/churn/logit.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { randomFrom } from '../../../support/simulate-shop.ts';

function world(rows: number, intercept: number, coefficients: readonly number[]): TrainingSet {
  const random = randomFrom(1);
  const width = coefficients.length;
  const inputs = Float64Array.from({ length: rows * width }, () => 10 + 4 * random());
  const outcomes = Uint8Array.from({ length: rows }, (_, row) => {
    const logit = coefficients.reduce((sum, part, index) => sum + part * inputs[row * width + index]!, intercept);
    return Number(random() < sigmoid(logit));
  });
  return { rows, width, inputs, outcomes, weights: new Float64Array(rows).fill(1) };
}

test('finds the coefficients that made the data', () => {
  const fit = finish(fitLogistic(world(40_000, -6, [0.8, -0.3]), 5));
  expect(fit).toMatchObject({ converged: true, rows: 40_000 });
  expect(fit.coefficients[0]).toBeCloseTo(0.8, 1);
  expect(fit.coefficients[1]).toBeCloseTo(-0.3, 1);
  expect(fit.intercept).toBeCloseTo(-6, 0);
});

test('is at the minimum: moved a little either way the penalised loss rises', () => {
  const set = world(300, -6, [0.8, -0.3]);
  const fit = finish(fitLogistic(set, 5));
  const spreads = [0, 1].map((column) => {
    const values = Array.from({ length: set.rows }, (_, row) => set.inputs[row * 2 + column]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  });
  const loss = (changed: typeof fit) => {
    let sum = changed.coefficients.reduce((total, part, index) => total + 5 * (part * spreads[index]!) ** 2, 0);
    for (let row = 0; row < set.rows; row++) {
      const logit = logisticLogit(changed, set.inputs, row * 2);
      sum += Math.log1p(Math.exp(set.outcomes[row] === 1 ? -logit : logit));
    }
    return sum;
  };
  const best = loss(fit);
  for (const change of [-1e-3, 1e-3]) {
    expect(loss({ ...fit, intercept: fit.intercept + change })).toBeGreaterThan(best);
    for (const index of [0, 1]) {
      expect(
        loss({ ...fit, coefficients: fit.coefficients.with(index, fit.coefficients[index]! + change) }),
      ).toBeGreaterThan(best);
    }
  }
});

test('a weight of two is the row twice', () => {
  const once = world(200, -6, [0.8, -0.3]);
  const twice: TrainingSet = {
    ...once,
    rows: 400,
    inputs: Float64Array.of(...once.inputs, ...once.inputs),
    outcomes: Uint8Array.of(...once.outcomes, ...once.outcomes),
    weights: new Float64Array(400).fill(1),
  };
  const weighted = finish(fitLogistic({ ...once, weights: new Float64Array(200).fill(2) }, 5));
  const doubled = finish(fitLogistic(twice, 5));
  expect(weighted.intercept).toBeCloseTo(doubled.intercept, 6);
});

test('data that leave nothing to learn are no problem', () => {
  const rows = 50;
  const constant = {
    rows,
    width: 2,
    inputs: new Float64Array(rows * 2).fill(3),
    weights: new Float64Array(rows).fill(1),
  };
  const none = finish(fitLogistic({ ...constant, outcomes: new Uint8Array(rows) }, 5));
  expect(none.coefficients).toEqual([0, 0]);
  expect(sigmoid(logisticLogit(none, constant.inputs, 0))).toBeLessThan(1e-3);
  const empty = {
    rows: 0,
    width: 2,
    inputs: new Float64Array(0),
    outcomes: new Uint8Array(0),
    weights: new Float64Array(0),
  };
  expect(finish(fitLogistic(empty, 5))).toEqual({ intercept: 0, coefficients: [0, 0], converged: true, rows: 0 });
});

test('separable data stay finite', () => {
  const inputs = Float64Array.from({ length: 100 }, (_, row) => row);
  const outcomes = Uint8Array.from(inputs, (value) => Number(value >= 50));
  const fit = finish(fitLogistic({ rows: 100, width: 1, inputs, outcomes, weights: new Float64Array(100).fill(1) }, 5));
  expect(fit.converged).toBe(true);
  expect(fit.coefficients[0]).toBeGreaterThan(0);
});

test.each([
  [{ average: 0.4, gold: 0.4, logistic: 0.4 }, 'gold'],
  [{ average: 0.397, gold: 0.4, logistic: 0.4 }, 'gold'],
  [{ average: 0.39, gold: 0.4, logistic: 0.4 }, 'average'],
  [{ average: 0.39, gold: 0.4, logistic: 0.38 }, 'logistic'],
  [null, 'gold'],
] as const)('of the losses %j the blend is %s', (losses, blend) => {
  expect(chooseBlend(losses)).toBe(blend);
});
