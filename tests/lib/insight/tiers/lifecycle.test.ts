import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { lifecycleColumn, lifecycleDays, lifecycleOf, lifecyclePath } from '../../../../lib/insight/tiers/lifecycle.ts';
import { lifecycleStates } from '../../../../lib/insight/tiers/lifecycle-states.ts';
import { lifecycle } from '../../../../lib/rules/tiers.ts';
import { TODAY, makeHistory, makeMeasures } from '../../../support/make-history.ts';

const limits = lifecycleDays(lifecycle, {});
const stateOf = (daysAgo: readonly number[], days = limits) =>
  lifecycleOf(
    daysAgo.map((ago) => TODAY - ago).toSorted((a, b) => a - b),
    0,
    daysAgo.length,
    TODAY,
    days,
  );

describe('a customer of the shop (SEG-15)', () => {
  test.each([
    ['who never bought', [], null],
    ['whose only purchase is of today', [0], 'new'],
    ['whose only purchase is a month old', [30], 'new'],
    ['whose only purchase is 31 days old', [31], 'silent'],
    ['with a second purchase', [5, 20], 'active'],
    ['29 days away', [29, 50], 'active'],
    ['30 days away', [30, 50], 'silent'],
    ['90 days away', [90, 120], 'silent'],
    ['91 days away', [91, 120], 'dormant'],
    ['364 days away', [364, 400], 'dormant'],
    ['a year away', [365, 400], 'lost'],
    ['back after dormancy', [3, 94, 120], 'back'],
    ['back after being lost', [3, 500], 'back'],
    ['who bought again after the return', [2, 12, 200], 'back'],
    ['whose return is over a month old', [2, 31, 200], 'active'],
    ['who returned and left again', [40, 200], 'silent'],
    ['who always waits 90 days', [10, 100, 190], 'active'],
  ])('%s (%j) is %s', (_, daysAgo, state) => {
    expect(stateOf(daysAgo)).toBe(state);
  });

  test('is measured by the days of the shop', () => {
    expect(stateOf([91, 120], lifecycleDays(lifecycle, { dormantLightDays: 200 }))).toBe('silent');
  });
});

const anyDaysAgo = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { maxLength: 10 });

test('the states of all customers are those of each', () => {
  fc.assert(
    fc.property(fc.array(anyDaysAgo, { maxLength: 10 }), (shop) => {
      const column = lifecycleColumn(makeMeasures(shop.map((daysAgo) => makeHistory(daysAgo))), limits);
      expect([...column].map((number) => lifecycleStates[number - 1] ?? null)).toEqual(
        shop.map((days) => stateOf(days)),
      );
    }),
  );
});

describe('the way of a customer', () => {
  test('names every day on which the state changed', () => {
    const path = lifecyclePath([0, 400, 410], 450, limits);
    expect(path).toEqual([
      { day: 0, state: 'new' },
      { day: 31, state: 'silent' },
      { day: 91, state: 'dormant' },
      { day: 365, state: 'lost' },
      { day: 400, state: 'back' },
      { day: 431, state: 'active' },
      { day: 440, state: 'silent' },
    ]);
  });

  test('tells the state of every day', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 600 }), { maxLength: 6 }), (unsorted) => {
        const days = unsorted.toSorted((a, b) => a - b);
        const path = lifecyclePath(days, 1_000, limits);
        for (let day = 0; day <= 1_000; day += 7) {
          const bought = days.filter((one) => one <= day).length;
          expect(path.findLast((change) => change.day <= day)?.state ?? null).toBe(
            lifecycleOf(days, 0, bought, day, limits),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
