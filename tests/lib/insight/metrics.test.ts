import { describe, expect, test } from 'vitest';
import { measure } from '../../../lib/insight/metrics.ts';
import { TODAY, makeHistory, usualShop } from '../../support/make-history.ts';

const metricsOf = (...daysAgo: number[]) => measure(makeHistory(daysAgo), TODAY, usualShop);

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
    expect(metricsOf(40, 10)).toMatchObject({ cycleDays: null, recencyCycles: null });
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
    expect(metricsOf()).toEqual({
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
    expect(measure(makeHistory([5]), TODAY, benchmarks).averageRatio).toBeNull();
  });

  test('when amounts are switched off is what was spent', () => {
    const metrics = measure(makeHistory([5, 10], { amountFen: null }), TODAY, usualShop);
    expect(metrics).toMatchObject({ purchaseCount: 2, netSpendFen: null, averageFen: null, averageRatio: null });
  });
});
