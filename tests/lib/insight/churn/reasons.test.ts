import { describe, expect, test } from 'vitest';
import { reasonsOf } from '../../../../lib/insight/churn/reasons.ts';
import type { Reading } from '../../../../lib/insight/measures/reading.ts';
import type { MetricName } from '../../../../lib/insight/metrics.ts';

/** A customer of whom only these metrics are known. */
const reasons = (known: Partial<Record<MetricName, number>>) => {
  const column = (name: MetricName) => Float64Array.of(known[name] ?? Number.NaN);
  return reasonsOf({ column } as unknown as Reading, 0);
};

describe('overdue', () => {
  test('after one cycle, and after two', () => {
    const silent = { purchaseCount: 5, cycleDays: 32 };
    expect(reasons({ ...silent, recencyDays: 68, recencyCycles: 68 / 32 })).toEqual([
      { kind: 'overdue', recencyDays: 68, cycleDays: 32, cycles: 68 / 32, beyond: 2 },
    ]);
    expect(reasons({ ...silent, recencyDays: 64, recencyCycles: 2 })).toMatchObject([{ kind: 'overdue', beyond: 1 }]);
    expect(reasons({ ...silent, recencyDays: 32, recencyCycles: 1 })).toEqual([]);
  });

  test('of one purchase it is the second one that is due', () => {
    expect(reasons({ purchaseCount: 1, recencyDays: 50, cycleDays: 40, recencyCycles: 1.25 })).toEqual([
      { kind: 'secondPurchaseDue', recencyDays: 50, cycleDays: 40, cycles: 1.25 },
    ]);
  });
});

test.each([
  [2, 1, true],
  [2, 2, false],
  [1, 0, false],
  [5, 2, true],
  [5, 3, false],
])('%i purchases before and %i since: fewer is %s', (purchasesBefore90d, purchases90d, isFewer) => {
  expect(reasons({ purchasesBefore90d, purchases90d }).length === 1).toBe(isFewer);
});

test.each([
  [7_000, 10_000, 2, 4, true],
  [7_100, 10_000, 2, 4, false],
  [5_000, 10_000, 1, 4, false],
  [5_000, 10_000, 2, 3, false],
  [Number.NaN, 10_000, 2, 4, false],
])(
  'average %i after %i, %i of %i purchases recent: smaller is %s',
  (recent, before, purchases90d, purchaseCount, isSmaller) => {
    const known = { average90dFen: recent, averageBefore90dFen: before, purchases90d, purchaseCount };
    expect(reasons(known).some(({ kind }) => kind === 'smallerPurchases')).toBe(isSmaller);
  },
);

test('a refund counts for ninety days', () => {
  expect(reasons({ refundRecencyDays: 90 })).toEqual([{ kind: 'recentRefund', refundRecencyDays: 90 }]);
  expect(reasons({ refundRecencyDays: 91 })).toEqual([]);
});

test('three at most, the weightiest first', () => {
  const everything = {
    purchaseCount: 9,
    recencyDays: 80,
    cycleDays: 20,
    recencyCycles: 4,
    purchases90d: 2,
    purchasesBefore90d: 5,
    average90dFen: 100,
    averageBefore90dFen: 900,
    refundRecencyDays: 3,
  };
  expect(reasons(everything).map(({ kind }) => kind)).toEqual(['overdue', 'fewerPurchases', 'smallerPurchases']);
});

test('nothing known, no reason', () => {
  expect(reasons({})).toEqual([]);
});
