import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { evaluate, evaluateRanking } from '../../../../lib/insight/churn/evaluation.ts';
import { auc, averagePrecision, rank, topShare } from '../../../../lib/insight/churn/ranking.ts';

const scored = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 20 }), orders: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => ({
    scores: Float64Array.from(rows, ({ score }) => score / 20),
    orders: rows.map(({ orders }) => orders),
  }));

describe('AUC', () => {
  test('is the share of pairs in the right order, equal ones half', () => {
    fc.assert(
      fc.property(scored, ({ scores, orders }) => {
        let [pairs, right] = [0, 0];
        for (const [a, scoreA] of scores.entries()) {
          for (const [b, scoreB] of scores.entries()) {
            if (!(orders[a]! > 0 && orders[b] === 0)) continue;
            pairs += 1;
            right += scoreA > scoreB ? 1 : scoreA === scoreB ? 0.5 : 0;
          }
        }
        const area = auc(rank(scores, orders));
        expect(area === null).toBe(pairs === 0);
        expect(area ?? 0).toBeCloseTo(pairs === 0 ? 0 : right / pairs, 12);
      }),
    );
  });
});

test('average precision of a known order', () => {
  // From the top: came back, not, came back.
  expect(averagePrecision(rank(Float64Array.of(0.9, 0.8, 0.7, 0.1), [1, 0, 2, 0]))).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect(averagePrecision(rank(Float64Array.of(0.9), [0]))).toBeNull();
});

describe('the top tenth', () => {
  test('of the best order catches what it can', () => {
    const scores = Float64Array.from({ length: 100 }, (_, index) => index);
    const orders = Array.from({ length: 100 }, (_, index) => (index >= 90 ? 2 : index >= 80 ? 1 : 0));
    expect(topShare(rank(scores, orders), 0.1)).toEqual({ returned: 0.5, orders: 2 / 3 });
  });

  test('of equal scores catches a tenth: ties are averaged', () => {
    expect(
      topShare(
        rank(
          new Float64Array(50),
          Array.from({ length: 50 }, (_, at) => (at === 0 ? 5 : 0)),
        ),
        0.1,
      )!.orders,
    ).toBeCloseTo(0.1, 12);
    expect(evaluateRanking(new Float64Array(50), new Float64Array(50).fill(1))).toEqual({
      auc: null,
      orderLift: expect.closeTo(1, 12),
    });
  });

  test('of a window without orders is not known', () => {
    expect(topShare(rank(new Float64Array(5), [0, 0, 0, 0, 0]), 0.1)).toBeNull();
  });
});

describe('calibration', () => {
  test('of chances that came true is without error', () => {
    const chances = Float64Array.from({ length: 100 }, (_, index) => (index < 50 ? 0.2 : 0.6));
    const orders = Array.from({ length: 100 }, (_, index) => Number(index % 10 < (index < 50 ? 2 : 6)));
    const { calibrationError, bias, reliability } = evaluate(chances, orders);
    expect(calibrationError).toBeCloseTo(0, 12);
    expect(bias).toBeCloseTo(0, 12);
    expect(reliability).toHaveLength(10);
    expect(reliability[0]).toEqual({
      customers: 10,
      predicted: expect.closeTo(0.2, 12),
      observed: expect.closeTo(0.2, 12),
    });
  });

  test('has ten bins of equal size whatever the ties, which hold everyone', () => {
    fc.assert(
      fc.property(scored, ({ scores, orders }) => {
        const { reliability, calibrationError, logLoss } = evaluate(scores, orders);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(reliability.map(({ customers }) => customers))).toBeCloseTo(scores.length, 9);
        expect(sum(reliability.map(({ customers, observed }) => customers * observed))).toBeCloseTo(
          orders.filter((count) => count > 0).length,
          9,
        );
        for (const { customers } of reliability) expect(customers).toBeCloseTo(scores.length / 10, 9);
        expect(calibrationError).toBeLessThanOrEqual(1);
        expect(logLoss).toBeLessThan(14);
      }),
    );
  });

  test('tells a bias and its loss', () => {
    const { bias, logLoss, calibrationError } = evaluate(new Float64Array(4).fill(0.75), [1, 1, 0, 0]);
    expect(bias).toBeCloseTo(0.25, 12);
    expect(calibrationError).toBeCloseTo(0.25, 12);
    expect(logLoss).toBeCloseTo(-(Math.log(0.75) + Math.log(0.25)) / 2, 12);
  });
});

test('the order of the customers changes nothing', () => {
  fc.assert(
    fc.property(scored, ({ scores, orders }) => {
      const turned = evaluate(scores.toReversed(), orders.toReversed());
      const { reliability, ...figures } = evaluate(scores, orders);
      for (const [name, value] of Object.entries(figures)) {
        expect(turned[name as keyof typeof figures] ?? -1).toBeCloseTo(value ?? -1, 10);
      }
      expect(turned.reliability).toHaveLength(reliability.length);
    }),
  );
});
