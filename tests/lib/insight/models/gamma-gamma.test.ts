import { describe, expect, test } from 'vitest';
import {
  countValueCorrelation,
  expectedSpend,
  fitSpend,
  logSpendLikelihood,
} from '../../../../lib/insight/models/gamma-gamma.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { drawGamma, seededChance } from '../../../support/simulate-customers.ts';

const cdnow = { p: 6.25, q: 3.74, gamma: 15.44 };

// 30-digit integrals of the model's definition, at the published CDNOW parameters.
test.each([
  [1, 29.67, -3.933790277595723, 31.361234705228032],
  [2, 26.23, -3.6813261400601567, 27.846128608923884],
  [7, 66.73, -5.726056709195945, 64.87282211228221],
  [26, 66.31, -5.716918909593717, 65.79445049624788],
])('%i repeats of %d on average', (x, mean, ll, expected) => {
  expect(logSpendLikelihood(cdnow, x, mean)).toBeCloseTo(ll, 11);
  expect(expectedSpend(cdnow, x, mean)).toBeCloseTo(expected, 11);
});

describe('expected spend', () => {
  test('without a repeat is the mean of the shop', () => {
    expect(expectedSpend(cdnow, 0, 0)).toBeCloseTo((6.25 * 15.44) / 2.74, 12);
    expect(expectedSpend(cdnow, 3, 0)).toBe(expectedSpend(cdnow, 0, 0));
  });

  test('comes ever closer to the own mean', () => {
    const off = [1, 10, 1000].map((x) => Math.abs(expectedSpend(cdnow, x, 80) - 80));
    expect(off).toEqual(off.toSorted((one, other) => other - one));
    expect(off[2]).toBeLessThan(0.1);
  });

  test('is a number where the model has no mean', () => {
    expect(expectedSpend({ p: 0.2, q: 0.5, gamma: 3 }, 1, 50)).toBe(50);
    expect(expectedSpend({ p: 0.2, q: 0.5, gamma: 3 }, 0, 0)).toBeGreaterThan(0);
  });
});

function spenders(size: number): { counts: number[]; means: number[] } {
  const chance = seededChance(9);
  const counts = Array.from({ length: size }, (_, index) => index % 6);
  const means = counts.map((x) => (x === 0 ? 0 : drawGamma(6.25 * x, chance) / x / (drawGamma(3.74, chance) / 15.44)));
  return { counts, means };
}

describe('the fit', () => {
  const { counts, means } = spenders(12_000);

  test('gives the parameters of a simulated shop back', () => {
    const fit = finish(fitSpend(counts, means, { prior: false }))!;
    expect(fit).toMatchObject({ customers: 10_000, converged: true, boundary: false });
    for (const ratio of [fit.p / 6.25, fit.q / 3.74, fit.gamma / 15.44]) expect(Math.abs(ratio - 1)).toBeLessThan(0.15);
    const likelihoodOf = (params: typeof cdnow) =>
      counts.reduce((sum, x, index) => sum + (x > 0 ? logSpendLikelihood(params, x, means[index]!) : 0), 0);
    expect(fit.logLikelihood).toBeCloseTo(likelihoodOf(fit), 6);
    expect(fit.logLikelihood).toBeGreaterThan(likelihoodOf(cdnow));
    for (const name of ['p', 'q', 'gamma'] as const) {
      for (const factor of [0.99, 1.01]) {
        expect(likelihoodOf({ ...fit, [name]: fit[name] * factor })).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  test('does not depend on the currency', () => {
    const [yuan, fen] = [means, means.map((mean) => mean * 100)].map((values) => finish(fitSpend(counts, values))!);
    expect(fen!.gamma / yuan!.gamma).toBeCloseTo(100, 6);
    expect(fen!.p).toBeCloseTo(yuan!.p, 8);
    expect(fen!.logLikelihood).toBeCloseTo(yuan!.logLikelihood - 10_000 * Math.log(100), 4);
  });

  test.each([
    ['nobody came back', [0, 0, 0], [0, 0, 0]],
    ['one customer', [3], [20]],
    ['gifts alone', [1, 2, 3], [0, 0, 0]],
  ])('is none where %s', (_, x, m) => {
    expect(finish(fitSpend(x, m))).toBeNull();
  });

  test.each([true, false])('of customers who all spend the same stays finite, prior %s', (prior) => {
    const fit = finish(fitSpend([1, 2, 3, 4], [10, 10, 10, 10], { prior }))!;
    expect([fit.p, fit.q, fit.gamma, fit.logLikelihood].every(Number.isFinite)).toBe(true);
    expect(expectedSpend(fit, 2, 10)).toBeCloseTo(10, 0);
    expect(fit.boundary).toBe(!prior);
  });
});

test('the correlation is that of customers with repeats', () => {
  expect(countValueCorrelation([1, 2, 3, 0], [2, 4, 6, 0])).toBeCloseTo(1, 12);
  expect(countValueCorrelation([1, 2, 3], [5, 1, 3])).toBeCloseTo(-0.5, 12);
  expect(countValueCorrelation([2, 2], [5, 1])).toBe(0);
});
