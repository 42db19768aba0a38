import { describe, expect, test } from 'vitest';
import { averagePurchaseFen, benchmark, netSpendFen } from '../../../lib/insight/benchmarks.ts';
import { rfmScore } from '../../../lib/insight/rfm.ts';
import { TODAY, makeHistory } from '../../support/make-history.ts';

/** Customer `n` of 1..count bought n times, last `n` days ago, for n × 10 yuan each. */
const shop = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    return makeHistory(
      Array.from({ length: n }, (_unused, purchase) => n + purchase),
      { amountFen: n * 1_000 },
    );
  });

describe('the yardstick of a shop', () => {
  test('of five customers, by hand', () => {
    expect(benchmark(shop(5))).toEqual({
      customers: 5,
      medianAverageFen: 3_000,
      lastDayLimits: [TODAY - 4.2, TODAY - 3.4, TODAY - 2.6, TODAY - 1.8].map((limit) => expect.closeTo(limit, 6)),
      purchaseCountLimits: [1.8, 2.6, 3.4, 4.2].map((limit) => expect.closeTo(limit, 6)),
      // 1, 4, 9, 16 and 25 times ten yuan.
      spendLimitsFen: [3_400, 7_000, 11_800, 17_800].map((limit) => expect.closeTo(limit, 6)),
    });
  });

  test('counts only who bought', () => {
    expect(benchmark([makeHistory([]), makeHistory([3])]).customers).toBe(1);
    expect(benchmark([makeHistory([])])).toEqual({
      customers: 0,
      medianAverageFen: null,
      lastDayLimits: [],
      purchaseCountLimits: [],
      spendLimitsFen: [],
    });
  });

  test('leaves amounts out that are not known, and does not count them as nothing', () => {
    const unknown = Array.from({ length: 10 }, () => makeHistory([5], { amountFen: null }));
    const { medianAverageFen, spendLimitsFen, customers } = benchmark([...shop(5), ...unknown]);
    expect(customers).toBe(15);
    expect({ medianAverageFen, spendLimitsFen }).toEqual({
      medianAverageFen: 3_000,
      spendLimitsFen: benchmark(shop(5)).spendLimitsFen,
    });
  });
});

describe('what a customer spent', () => {
  const partly = makeHistory([], {
    purchases: [
      { day: TODAY - 9, amountFen: 10_000 },
      { day: TODAY - 5, amountFen: null },
      { day: TODAY, amountFen: 5_000 },
    ],
  });

  test('is the sum of the purchases, and nothing without one', () => {
    expect(netSpendFen(makeHistory([1, 2, 3]))).toBe(30_000);
    expect(netSpendFen(makeHistory([]))).toBe(0);
  });

  test('is not known when one amount is not', () => {
    expect(netSpendFen(partly)).toBeNull();
  });

  test('on average is that of the known purchases', () => {
    expect(averagePurchaseFen(partly)).toBe(7_500);
    expect(averagePurchaseFen(makeHistory([1], { amountFen: null }))).toBeNull();
    expect(averagePurchaseFen(makeHistory([]))).toBeNull();
  });
});

describe('RFM scores', () => {
  const histories = shop(50);
  const yardstick = benchmark(histories);

  test('put a fifth of the shop into each score', () => {
    const scores = histories.map((history) => rfmScore(history, yardstick)!);
    for (const dimension of ['recency', 'frequency', 'monetary'] as const) {
      const counts = [1, 2, 3, 4, 5].map((score) => scores.filter((one) => one[dimension] === score).length);
      expect(counts).toEqual([10, 10, 10, 10, 10]);
    }
  });

  test('are best for who bought last, most often, most', () => {
    expect(rfmScore(histories[0]!, yardstick)).toEqual({ recency: 5, frequency: 1, monetary: 1 });
    expect(rfmScore(histories[49]!, yardstick)).toEqual({ recency: 1, frequency: 5, monetary: 5 });
  });

  test('are the lowest shared one among equals', () => {
    const alike = Array.from({ length: 30 }, () => makeHistory([7]));
    expect(rfmScore(alike[0]!, benchmark(alike))).toEqual({ recency: 1, frequency: 1, monetary: 1 });
  });

  test.each([24, 25])('need 25 buyers: %i', (count) => {
    const histories25 = shop(count);
    expect(rfmScore(histories25[0]!, benchmark(histories25)) === null).toBe(count < 25);
  });

  test('are not given where something is not known', () => {
    expect(rfmScore(makeHistory([]), yardstick)).toBeNull();
    expect(rfmScore(histories[0]!, null)).toBeNull();
    expect(rfmScore(makeHistory([3], { amountFen: null }), yardstick)).toBeNull();
  });
});
