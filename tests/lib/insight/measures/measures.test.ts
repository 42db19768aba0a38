import { describe, expect, test } from 'vitest';
import type { CycleBenchmark } from '../../../../lib/model/profile.ts';
import { TODAY, makeHistory, makeMeasures, measureOne, usualShop } from '../../../support/make-history.ts';

const metricsOf = (...daysAgo: number[]) => measureOne(makeHistory(daysAgo));

describe('a window of days', () => {
  test.each([
    [0, 1],
    [29, 1],
    [30, 0],
  ])('of 30 holds a purchase %i days ago %i times', (ago, count) => {
    expect(metricsOf(ago).purchases30d).toBe(count);
  });

  test.each([
    [364, 1],
    [365, 0],
  ])('of 365 holds a purchase %i days ago %i times', (ago, count) => {
    expect(metricsOf(ago).purchases365d).toBe(count);
  });
});

describe('months with two purchases and more, of the last three', () => {
  test.each([
    [[], 0],
    [[0, 29], 1],
    [[29, 30], 0],
    [[30, 59], 1],
    [[0, 1, 30, 31], 2],
    [[0, 1, 30, 31, 60, 89], 3],
    [[0, 1, 60, 90], 1],
    [[90, 91, 92, 93], 0],
  ])('bought %j days ago: %i', (daysAgo, months) => {
    expect(metricsOf(...daysAgo).frequentMonths).toBe(months);
  });
});

describe('the own cycle', () => {
  test('takes three purchases', () => {
    expect(metricsOf(40, 10)).toMatchObject({ cycleDays: null, recencyCycles: null, dueInDays: null });
    expect(metricsOf(70, 40, 10)).toMatchObject({ cycleDays: 30, recencyCycles: 10 / 30 });
  });

  test('is the middle gap, which one long absence does not move', () => {
    expect(metricsOf(400, 60, 30, 0).cycleDays).toBe(30);
    expect(metricsOf(100, 60, 0).cycleDays).toBe(50);
  });
});

test('distances are counted in days', () => {
  expect(metricsOf(200, 20)).toMatchObject({
    purchaseCount: 2,
    recencyDays: 20,
    daysSinceFirst: 200,
    lastGapDays: 180,
    netSpendFen: 20_000,
    averageFen: 10_000,
    averageRatio: 1,
  });
});

describe('what is not known', () => {
  test('of a customer without a purchase is everything but the counts', () => {
    expect(metricsOf()).toMatchObject({
      purchaseCount: 0,
      purchases30d: 0,
      purchases365d: 0,
      frequentMonths: 0,
      recencyDays: null,
      daysSinceFirst: null,
      netSpendFen: 0,
      averageFen: null,
      averageRatio: null,
      cycleDays: null,
      recencyCycles: null,
      lastGapDays: null,
      openAfterSales: 0,
    });
  });

  test.each([
    ['the shop has no yardstick yet', null],
    ['nobody in the shop has a known amount', { ...usualShop, medianAverageFen: null }],
    ['the usual purchase of the shop is free', { ...usualShop, medianAverageFen: 0 }],
  ])('when %s is how the average compares', (_, benchmarks) => {
    expect(measureOne(makeHistory([5]), { benchmarks }).averageRatio).toBeNull();
  });

  test('when amounts are switched off is what was spent', () => {
    const metrics = measureOne(makeHistory([5, 10], { amountFen: null }));
    expect(metrics).toMatchObject({ purchaseCount: 2, netSpendFen: null, averageFen: null, averageRatio: null });
  });
});

describe('a cycle that the own gaps do not tell', () => {
  const group = (
    category: number | null,
    stage: CycleBenchmark['stage'],
    medianDays: number,
    gaps = 30,
  ): CycleBenchmark => ({
    category,
    stage,
    gaps,
    medianDays,
    lowerDays: medianDays,
    upperDays: medianDays,
  });
  const cycleOf = (history: ReturnType<typeof makeHistory>, cycles: CycleBenchmark[]) =>
    measureOne(history, { benchmarks: { ...usualShop, cycles }, presetCycleDays: [null, 60] }).cycleDays;
  const once = makeHistory([10], { category: 1 });

  test('is that of similar customers: of the category, else of the shop', () => {
    const shop = [group(null, 'second', 50), group(1, 'second', 40), group(1, 'returning', 20)];
    expect(cycleOf(once, shop)).toBe(40);
    expect(cycleOf(makeHistory([10, 20], { category: 1 }), shop)).toBe(20);
    expect(cycleOf(makeHistory([10], { category: 0 }), shop)).toBe(50);
    expect(cycleOf(makeHistory([10]), shop)).toBe(50);
  });

  test('is the preset of the category while the shop has fewer than 30 gaps', () => {
    expect(cycleOf(once, [group(1, 'second', 40, 29)])).toBe(60);
    expect(cycleOf(makeHistory([10], { category: 0 }), [])).toBeNull();
  });

  test('ends with care three days before it (CHN-13)', () => {
    expect(measureOne(makeHistory([70, 40, 10])).dueInDays).toBe(17);
    expect(measureOne(makeHistory([90, 60, 30])).dueInDays).toBe(-3);
  });
});

test('supplies run down by the day, and end when something else is bought', () => {
  expect(measureOne(makeHistory([25], { supplyDays: 30 })).supplyLeftDays).toBe(5);
  expect(measureOne(makeHistory([40], { supplyDays: 30 })).supplyLeftDays).toBe(-10);
  expect(measureOne(makeHistory([25])).supplyLeftDays).toBeNull();
});

test('amounts before and after a border of 90 days stay apart', () => {
  const purchases = [200, 100, 90, 89, 0].map((ago, index) => ({
    day: TODAY - ago,
    amountFen: (index + 1) * 100,
    pieces: 1,
  }));
  expect(measureOne(makeHistory([], { purchases }))).toMatchObject({
    purchases90d: 2,
    purchasesBefore90d: 2,
    average90dFen: 450,
    averageBefore90dFen: 200,
    spend365dFen: 1_500,
  });
});

describe('read on an earlier day', () => {
  const history = makeHistory([100, 60, 10]);
  const then = makeMeasures([history], { asOfDay: TODAY - 50 }).at(0);

  test('a purchase after it has not happened yet', () => {
    expect(then).toMatchObject({ purchaseCount: 2, recencyDays: 10, daysSinceFirst: 50, netSpendFen: 20_000 });
  });

  test('nobody has bought before the first purchase', () => {
    const before = makeMeasures([history], { asOfDay: TODAY - 101 }).at(0);
    expect(before).toMatchObject({ purchaseCount: 0, recencyDays: null, averageFen: null });
  });
});

test('10,000 purchases are counted and measured', () => {
  const metrics = measureOne(makeHistory(Array.from({ length: 10_000 }, (_, ago) => ago)));
  expect(metrics).toMatchObject({ purchaseCount: 10_000, purchases365d: 365, cycleDays: 1, daysSinceFirst: 9_999 });
});
