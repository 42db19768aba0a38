import { describe, expect, test } from 'vitest';
import { benchmark } from '../../../../lib/insight/benchmarks.ts';
import { rfmScore } from '../../../../lib/insight/tiers/rfm.ts';
import type { Benchmarks, PurchaseHistory } from '../../../../lib/model/profile.ts';
import { finish } from '../../../../lib/insight/steps.ts';
import { TODAY, makeHistory, makeMeasures, measureOne } from '../../../support/make-history.ts';

/** Customer `n` of 1..count bought n times, last `n` days ago, for n × 10 yuan each. */
const shop = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    return makeHistory(
      Array.from({ length: n }, (_unused, purchase) => n + purchase),
      { amountFen: n * 1_000 },
    );
  });
const yardstickOf = (histories: readonly PurchaseHistory[]) => finish(benchmark(makeMeasures(histories)));
const scoreOf = (history: PurchaseHistory, benchmarks: Benchmarks | null) =>
  rfmScore(measureOne(history), TODAY, benchmarks);

describe('RFM scores', () => {
  const histories = shop(50);
  const yardstick = yardstickOf(histories);

  test('put a fifth of the shop into each score', () => {
    const scores = histories.map((history) => scoreOf(history, yardstick)!);
    for (const dimension of ['recency', 'frequency', 'monetary'] as const) {
      const counts = [1, 2, 3, 4, 5].map((score) => scores.filter((one) => one[dimension] === score).length);
      expect(counts).toEqual([10, 10, 10, 10, 10]);
    }
  });

  test('are best for who bought last, most often, most', () => {
    expect(scoreOf(histories[0]!, yardstick)).toEqual({ recency: 5, frequency: 1, monetary: 1 });
    expect(scoreOf(histories[49]!, yardstick)).toEqual({ recency: 1, frequency: 5, monetary: 5 });
  });

  test('are the lowest shared one among equals', () => {
    const alike = Array.from({ length: 30 }, () => makeHistory([7]));
    expect(scoreOf(alike[0]!, yardstickOf(alike))).toEqual({ recency: 1, frequency: 1, monetary: 1 });
  });

  test.each([24, 25])('need 25 buyers: %i', (count) => {
    const few = shop(count);
    expect(scoreOf(few[0]!, yardstickOf(few)) === null).toBe(count < 25);
  });

  test('are not given where something is not known', () => {
    expect(scoreOf(makeHistory([]), yardstick)).toBeNull();
    expect(scoreOf(histories[0]!, null)).toBeNull();
    expect(scoreOf(makeHistory([3], { amountFen: null }), yardstick)).toBeNull();
  });
});
