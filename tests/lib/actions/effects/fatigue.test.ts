import { describe, expect, test } from 'vitest';
import { fatigueCurve, MIN_APPROACHES, type Approach } from '../../../../lib/actions/effects/fatigue.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import fc from '../../../support/fast-check.ts';

const on = (day: number, isFollowed: boolean | null = false, customerId = 'one'): Approach => ({
  customerId,
  at: day * DAY_MS,
  isFollowed,
});
const counts = (approaches: readonly Approach[]) => fatigueCurve(approaches).map((point) => point.approaches);

describe('which one it is', () => {
  test('is told by those of the 30 days before, in whatever order they come', () => {
    expect(counts([on(20), on(0), on(10)])).toEqual([1, 1, 1, 0, 0]);
    expect(counts([on(0), on(30), on(59)])).toEqual([2, 1, 0, 0, 0]);
  });

  test('is the last one from the fifth on', () => {
    expect(counts([0, 1, 2, 3, 4, 5, 6].map((day) => on(day)))).toEqual([1, 1, 1, 1, 3]);
  });

  test('is counted for each customer, and by those whose days are not over as well', () => {
    expect(counts([on(0), on(1, false, 'other')])).toEqual([2, 0, 0, 0, 0]);
    expect(counts([on(0, null), on(1)])).toEqual([0, 1, 0, 0, 0]);
  });
});

test('a share of too few is not told', () => {
  const of = (number: number) =>
    Array.from({ length: number }, (_, index) => on(0, index % 3 === 0, `customer ${index}`));
  expect(fatigueCurve(of(MIN_APPROACHES - 1))[0]!.interval).toBeNull();
  const [point] = fatigueCurve(of(MIN_APPROACHES));
  expect(point).toMatchObject({ nth: 1, approaches: 30, followed: 10 });
  expect(point!.interval![0]).toBeCloseTo(0.192, 3);
  expect(point!.interval![1]).toBeCloseTo(0.512, 3);
});

test('every approach whose days are over is counted once, and no share leaves its interval', () => {
  const approach = fc.record({
    customerId: fc.constantFrom('one', 'two', 'three'),
    at: fc.integer({ min: 0, max: 90 }).map((day) => day * DAY_MS),
    isFollowed: fc.constantFrom(true, false, null),
  });
  fc.assert(
    fc.property(fc.array(approach, { maxLength: 200 }), (approaches) => {
      const points = fatigueCurve(approaches);
      const over = approaches.filter(({ isFollowed }) => isFollowed !== null).length;
      expect(points.reduce((sum, point) => sum + point.approaches, 0)).toBe(over);
      const outside = points.filter(({ followed, approaches: all, interval }) => {
        return interval !== null && (followed / all < interval[0] || followed / all > interval[1]);
      });
      expect(outside).toEqual([]);
    }),
  );
});
