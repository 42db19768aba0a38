import { describe, expect, test } from 'vitest';
import {
  expectedOrders,
  fitModel,
  logLikelihood,
  scoreGroups,
  spread,
  type Fit,
  type ReturnModelName,
} from '../../../../lib/insight/models/fit.ts';
import { groupCustomers, type Grouped } from '../../../../lib/insight/models/group.ts';
import type { PurchaseStats } from '../../../../lib/insight/models/purchase-stats.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { simulateCustomers, simulateShop, statsOf } from '../../../support/simulate-customers.ts';
import { fitWith, groupsOf, historiesOf, type History } from './histories.ts';

const MODELS = ['bgnbd', 'mbgnbd', 'paretonbd', 'mbgcnbdk'] as const;
const fitNow = (model: ReturnModelName, grouped: Grouped, prior: boolean, start?: readonly number[]): Fit =>
  finish(fitModel(model, grouped, start ? { prior, start } : { prior }));

const truth = [0.525, 6.183, 0.891, 1.614] as const;
const [r, alpha, a, b] = truth;
const shop = simulateShop({ customers: 30_000, seed: 11, r, alpha, a, b, weeks: 104 });
const grouped = groupCustomers(shop);

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, each) => total + each, 0);
describe('a shop of the model itself', () => {
  const fit = fitNow('mbgnbd', grouped, false);

  test('gives its parameters back', () => {
    expect(fit).toMatchObject({ model: 'mbgnbd', k: 1, converged: true, boundary: false });
    for (const [index, value] of truth.entries()) expect(Math.abs(fit.params[index]! / value - 1)).toBeLessThan(0.15);
  });

  test('is nowhere likelier, and its log-likelihood is that of the data', () => {
    expect(fit.logLikelihood).toBeGreaterThan(logLikelihood(fitWith('mbgnbd', truth), grouped));
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood(fit, grouped), 6);
    for (const index of truth.keys()) {
      for (const factor of [0.98, 1.02]) {
        const beside = { ...fit, params: fit.params.with(index, fit.params[index]! * factor) };
        expect(logLikelihood(beside, grouped)).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  test('is found again from elsewhere, and at once from there', () => {
    const elsewhere = fitNow('mbgnbd', grouped, false, [2, 2, 3, 0.5]);
    expect(elsewhere.logLikelihood).toBeCloseTo(fit.logLikelihood, 4);
    const again = fitNow('mbgnbd', grouped, false, fit.params);
    expect(again.logLikelihood).toBeCloseTo(fit.logLikelihood, 5);
    expect(again.evaluations).toBeLessThan(elsewhere.evaluations);
  });

  test('outweighs the priors', () => {
    const withPriors = fitNow('mbgnbd', grouped, true);
    expect(fit.logLikelihood - withPriors.logLikelihood).toBeGreaterThanOrEqual(-1e-6);
    expect(fit.logLikelihood - withPriors.logLikelihood).toBeLessThan(0.1);
  });

  test('sets the work aside often', () => {
    expect([...fitModel('paretonbd', grouped, { prior: true })].length).toBeGreaterThan(20);
  });
});

test.each([1, 2, 3])('customers with k = %i buy as often as it was said of them', (k) => {
  const model = { r: 1.2, alpha: 8 / k, a: 0.6, b: 3 };
  const whole = simulateCustomers({ customers: 20_000, seed: 5, ...model, k, weeks: 78 }).filter(
    ({ age }) => age > 182,
  );
  const cut = whole.map(({ age, days }) => ({ age: age - 182, days: days.filter((day) => day <= age - 182) }));
  const later = whole.map(({ days }, index) => days.length - cut[index]!.days.length);
  const known = groupCustomers(statsOf(cut));
  const fit = fitWith('mbgcnbdk', [model.r, model.alpha, model.a, model.b], k);
  const buys = spread(scoreGroups(fit, known, 26).pBuy, known);
  const orders = spread(expectedOrders(fit, known, 26), known);
  // Days are whole and hold one purchase at most, the model's times are not: some per cent remain.
  for (const segment of [(x: number) => x === 0, (x: number) => x === 1 || x === 2, (x: number) => x > 2]) {
    const some = cut.flatMap(({ days }, index) => (segment(days.length) ? [index] : []));
    const ratio = (said: Float64Array, done: (index: number) => number) =>
      sum(some.map((index) => said[index]!)) / sum(some.map(done));
    expect(Math.abs(ratio(buys, (index) => Math.min(1, later[index]!)) - 1)).toBeLessThan(0.05);
    expect(Math.abs(ratio(orders, (index) => later[index]!) - 1)).toBeLessThan(0.06);
  }
});

describe('regular buyers', () => {
  const regular = groupCustomers(
    simulateShop({ customers: 3000, seed: 2, r: 3, alpha: 6, a: 0.5, b: 3, k: 3, weeks: 60 }),
  );

  test('are recognised by the likelihood', () => {
    const fit = fitNow('mbgcnbdk', regular, false);
    expect(fit.k).toBe(3);
    expect(fit.logLikelihood).toBeGreaterThan(fitNow('mbgnbd', regular, false).logLikelihood + 100);
    expect(fitNow('mbgcnbdk', regular, true).k).toBe(3);
  });

  test('and irregular ones are not taken for them', () => {
    const fit = fitNow('mbgcnbdk', grouped, false);
    expect(fit).toMatchObject({ k: 1, params: fitNow('mbgnbd', grouped, false).params });
  });
});

test.each(MODELS)('%s says the same in days as in weeks', (model) => {
  const days = (values: Float64Array) => values.map((value) => value * 7);
  const inDays = groupCustomers({
    ...shop,
    lastPurchaseAge: days(shop.lastPurchaseAge),
    observedAge: days(shop.observedAge),
    logGapSum: shop.logGapSum.map((gaps, index) => gaps + shop.repeatCount[index]! * Math.log(7)),
  });
  const [weekly, daily] = [fitNow(model, grouped, false), fitNow(model, inDays, false)];
  expect(daily.logLikelihood).toBeCloseTo(weekly.logLikelihood - sum(shop.repeatCount) * Math.log(7), 3);
  expect(daily.params[1]! / weekly.params[1]!).toBeCloseTo(7, 1);
  expect(daily.params[0]! / weekly.params[0]!).toBeCloseTo(1, 2);
});

const many = (size: number, history: (index: number) => History) =>
  Array.from({ length: size }, (_, index) => history(index));
const evenGaps = (x: number, age: number): History => [x, x * 2, age, x * Math.log(2)];

/** Shops at the edge of what a model can say something about. */
const oddShops: Readonly<Record<string, readonly History[]>> = {
  'no customer': [],
  'one customer': [[0, 0, 10]],
  'one customer, today': [[0, 0, 0]],
  'one regular customer': [[3, 20, 30, 5]],
  'nobody came back': many(500, (index) => [0, 0, 1 + (index % 50)]),
  'everybody came today': many(100, () => [0, 0, 0]),
  'all the same': many(400, () => evenGaps(2, 20)),
  'regular buyers nobody loses': many(300, (index) => evenGaps(5 + (index % 20), 10.5 + 2 * (index % 20))),
  'one sale a year': many(1000, (index) =>
    index % 10 ? [0, 0, 30 + (index % 3) / 7] : [1, 26, 30 + (index % 3) / 7, 3.2],
  ),
  'fifty buyers': many(50, (index) =>
    index % 5 < 3 ? [0, 0, 1 + (index % 40)] : evenGaps(1 + (index % 4), 12 + index),
  ),
  'wholesale buyers': many(30, (index) => [300 + index * 7, 50 + index / 30, 52, -500]),
  'one with 10,000 purchases': [
    [10_000, 1500, 1504, -19_000],
    ...many(100, (index) => evenGaps(index % 4, 20 + index / 10)),
  ],
  'bought five times at once, never again': many(200, (index) => (index % 2 ? [5, 10 / 7, 100, -6] : [0, 0, 100])),
  'always bought on the last day': many(200, (index) => evenGaps(1 + (index % 3), 2 + 2 * (index % 3))),
};

describe.each(Object.entries(oddShops))('%s', (_, histories) => {
  const odd = groupsOf(...histories);
  test.each(MODELS.flatMap((model) => [true, false].map((prior) => ({ model, prior }))))(
    '$model, prior $prior: finite, within bounds, and says how it ended',
    ({ model, prior }) => {
      const fit = fitNow(model, odd, prior);
      expect([...fit.params, fit.logLikelihood].every(Number.isFinite)).toBe(true);
      expect(fit.converged).toBe(true);
      expect(prior && fit.boundary).toBe(false);
      for (const horizon of [1 / 7, 8.6, 104]) {
        const { pAlive, pBuy } = scoreGroups(fit, odd, horizon);
        expect([...pAlive, ...pBuy].every((p) => p >= 0 && p <= 1)).toBe(true);
        expect(expectedOrders(fit, odd, horizon).every((orders) => orders >= 0 && Number.isFinite(orders))).toBe(true);
      }
    },
  );
});

test('a likelihood without a top says so', () => {
  expect(fitNow('mbgnbd', groupsOf(...oddShops['nobody came back']!), false).boundary).toBe(true);
  expect(fitNow('paretonbd', groupsOf(...oddShops['regular buyers nobody loses']!), false).boundary).toBe(true);
});

test('stats of one fit score the customers of another shop', () => {
  const fit = fitNow('paretonbd', grouped, true);
  const others: PurchaseStats = historiesOf([0, 0, 300], [4, 200, 300], [4, 299, 300]);
  const { pBuy } = scoreGroups(fit, groupCustomers(others), 8);
  expect(pBuy[0]! < pBuy[1]! && pBuy[1]! < pBuy[2]!).toBe(true);
});
