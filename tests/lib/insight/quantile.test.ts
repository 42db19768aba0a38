import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { medianOfSorted, quantile } from '../../../lib/insight/quantile.ts';

// By hand, and the same as R: quantile(x, p, type = 7).
test.each([
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[10, 20, 30, 40, 50], 0.2, 18],
  [[10, 20, 30, 40, 50], 0.4, 26],
  [[10, 20, 30, 40, 50], 0.9, 46],
  [[7], 0.8, 7],
  [[1, 100], 0, 1],
  [[1, 100], 1, 100],
])('of %j the share %d lies at %d', (sorted, share, value) => {
  expect(quantile(sorted, share)).toBeCloseTo(value, 10);
});

test.each([
  [[], Number.NaN],
  [[3], 3],
  [[1, 5, 9], 5],
  [[1, 2, 9, 10], 5.5],
])('the median of %j is %s', (values, middle) => {
  expect(medianOfSorted(values)).toBe(middle);
});

test('a quantile lies between its neighbours and grows with its share', () => {
  const sorted = fc.array(fc.integer(), { minLength: 1 }).map((values) => values.toSorted((a, b) => a - b));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(sorted, share, share, (values, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(quantile(values, low)).toBeLessThanOrEqual(quantile(values, high) + 1e-6);
      expect(quantile(values, low)).toBeGreaterThanOrEqual(values[0]!);
      expect(quantile(values, high)).toBeLessThanOrEqual(values.at(-1)!);
    }),
  );
});
