import { describe, expect, test } from 'vitest';
import { bandColumn, bandNumber, cutsOf } from '../../../../lib/insight/tiers/bands.ts';
import { bandScales } from '../../../../lib/rules/tiers.ts';
import { makeHistory, makeMeasures } from '../../../support/make-history.ts';

const scale = (id: string) => bandScales.find((one) => one.id === id)!;
const bandIdsOf = (id: string, measures: ReturnType<typeof makeMeasures>, values = {}) => {
  const cuts = cutsOf(scale(id), measures, values)!;
  return [...bandColumn(scale(id), measures, cuts)].map((number) => scale(id).bands[number - 1]?.id ?? null);
};

test('purchases of half a year fall into 0, 1, 2 to 5, 6 and more (SEG-18)', () => {
  const times = (count: number) => makeHistory(Array.from({ length: count }, (_, at) => at * 10));
  const measures = makeMeasures([makeHistory([200]), ...[1, 2, 5, 6, 9].map(times)]);
  expect(bandIdsOf('halfYear', measures)).toEqual(['none', 'one', 'some', 'some', 'many', 'many']);
});

describe('baskets (SEG-17)', () => {
  const shop = makeMeasures(
    [10, 20, 30, 40, 50, 60, 70, 80, 90].map((yuan) => makeHistory([5], { amountFen: yuan * 100 })),
  );

  test('are cut at thirds of the shop while it sets nothing', () => {
    const ids = bandIdsOf('average', shop);
    expect(['low', 'middle', 'high'].map((id) => ids.filter((one) => one === id).length)).toEqual([3, 3, 3]);
  });

  test('are cut where the shop says; a basket on the cut is in the band above', () => {
    expect(bandIdsOf('average', shop, { averageLowFen: 2_000, averageHighFen: 9_000 })).toEqual([
      'low',
      ...Array.from({ length: 7 }, () => 'middle'),
      'high',
    ]);
  });

  test('keep their order when one cut alone is set', () => {
    expect(cutsOf(scale('average'), shop, { averageLowFen: 8_000 })).toEqual([6_280, 8_000]);
  });

  test('that are not known are in no band', () => {
    const measures = makeMeasures([makeHistory([5], { amountFen: null }), makeHistory([])]);
    expect(cutsOf(scale('average'), measures, {})).toBeNull();
    expect(bandNumber(Number.NaN, [1, 2])).toBe(0);
  });

  test('cut upside down or beyond the range are refused', () => {
    expect(() => cutsOf(scale('average'), shop, { averageLowFen: 9_000, averageHighFen: 2_000 })).toThrow('ascending');
    expect(() => cutsOf(scale('average'), shop, { averageLowFen: -1 })).toThrow('within its range');
  });
});

test('levels go by spend, or by purchases (SEG-31)', () => {
  const measures = makeMeasures([
    makeHistory([1], { amountFen: 69_999 }),
    makeHistory([1], { amountFen: 70_000 }),
    makeHistory([1, 2, 3], { amountFen: 500_000 }),
    makeHistory([]),
  ]);
  expect(bandIdsOf('levelBySpend', measures)).toEqual(['ordinary', 'silver', 'diamond', 'ordinary']);
  expect(bandIdsOf('levelByFrequency', measures)).toEqual(['ordinary', 'ordinary', 'silver', 'ordinary']);
});
