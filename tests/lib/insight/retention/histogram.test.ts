import { describe, expect, test } from 'vitest';
import fc from '../../../support/fast-check.ts';
import { chanceBins, gapHistogram } from '../../../../lib/insight/retention/histogram.ts';
import { makeHistory, makeMeasures } from '../../../support/make-history.ts';

const daysAgo = fc.uniqueArray(fc.nat(1200), { maxLength: 12 });

describe('the days between purchases', () => {
  test('stand in bins that touch, each gap in one of them', () => {
    fc.assert(
      fc.property(fc.array(daysAgo, { maxLength: 20 }), (customers) => {
        const { bins, gaps } = gapHistogram(makeMeasures(customers.map((days) => makeHistory(days))));
        expect(gaps).toBe(customers.reduce((sum, days) => sum + Math.max(0, days.length - 1), 0));
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(gaps);
        expect(bins.length).toBeLessThanOrEqual(22);
        for (const [at, { from, to }] of bins.entries()) {
          expect(from).toBe(at === 0 ? 0 : bins[at - 1]!.to);
          expect(to === null).toBe(at === bins.length - 1 && to === null);
        }
      }),
    );
  });

  test('have their median, and the rare long ones in one open bin', () => {
    const regular = Array.from({ length: 40 }, () => makeHistory([60, 30, 0]));
    const { bins, medianDays } = gapHistogram(makeMeasures([...regular, makeHistory([900, 0])]));
    expect(medianDays).toBe(30);
    expect(bins.find(({ from, to }) => from <= 30 && to! > 30)?.count).toBe(80);
    expect(bins.at(-1)).toMatchObject({ to: null, count: 1 });
  });

  test('of nobody who came twice are none', () => {
    expect(gapHistogram(makeMeasures([makeHistory([3])])).bins).toEqual([]);
  });
});

test('chances stand in ten bins, a certain return in the last, what is not told in none', () => {
  const bins = chanceBins(Float64Array.of(0, 9.9, 10, 100, Number.NaN));
  expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
});
