import { describe, expect, test } from 'vitest';
import { benchmark as benchmarkOf } from '../../../lib/insight/benchmarks.ts';
import type { PurchaseHistory } from '../../../lib/model/profile.ts';
import { finish } from '../../../lib/insight/steps.ts';
import { TODAY, makeHistory, makeMeasures } from '../../support/make-history.ts';

const benchmark = (histories: readonly PurchaseHistory[]) => finish(benchmarkOf(makeMeasures(histories)));

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
    expect(benchmark(shop(5))).toMatchObject({
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
      cycles: [],
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

describe('the gaps of a shop', () => {
  const twice = makeHistory([10, 40], { category: 2 });
  const often = makeHistory([0, 10, 20, 40, 45], { category: 2 });
  const unknown = makeHistory([5, 100]);

  test('are told by category and stage, with their number and spread', () => {
    const { cycles } = benchmark([twice, often, unknown, makeHistory([3])]);
    const told = (category: number | null, stage: string) =>
      cycles.find((cycle) => cycle.category === category && cycle.stage === stage);
    expect(told(2, 'second')).toMatchObject({ gaps: 2, medianDays: 17.5 });
    expect(told(2, 'returning')).toMatchObject({ gaps: 1, medianDays: 30 });
    expect(told(2, 'frequent')).toMatchObject({ gaps: 4, medianDays: 10, lowerDays: 8.75, upperDays: 12.5 });
    expect(told(2, 'any')).toMatchObject({ gaps: 5 });
    expect(told(null, 'second')).toMatchObject({ gaps: 3, medianDays: 30 });
  });
});
