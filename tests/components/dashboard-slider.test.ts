import { describe, expect, test } from 'vitest';
import { sliderOf } from '../../components/dashboard/tiers/slider.ts';
import { thresholds } from '../../lib/rules/tiers.ts';

const thresholdOf = (id: string) => thresholds.find((threshold) => threshold.id === id)!;

describe('a slider', () => {
  test('of a narrow range stands where the value is', () => {
    const { range, placeOf, valueAt } = sliderOf(thresholdOf('lostDays'));
    expect(range).toEqual({ min: 90, max: 1825, step: 1 });
    expect([placeOf(365), valueAt(365)]).toEqual([365, 365]);
  });

  test('of money takes as much room for small amounts as for large ones', () => {
    const { placeOf } = sliderOf(thresholdOf('silverFen'));
    const [a, b, c] = [100_000, 200_000, 400_000].map(placeOf);
    expect(Math.abs(b! - a! - (c! - b!))).toBeLessThanOrEqual(1);
  });

  test.each(thresholds.map(({ id }) => id))('of %s reaches both ends and stays on its steps', (id) => {
    const threshold = thresholdOf(id);
    const { range, placeOf, valueAt } = sliderOf(threshold);
    expect(valueAt(range.min)).toBe(threshold.min);
    expect(valueAt(range.max)).toBe(threshold.max);
    for (let place = range.min; place <= range.max; place += (range.max - range.min) / 30) {
      const value = valueAt(Math.round(place / range.step) * range.step);
      expect(value).toBeGreaterThanOrEqual(threshold.min);
      expect(value).toBeLessThanOrEqual(threshold.max);
      expect(placeOf(value)).toBeGreaterThanOrEqual(range.min);
    }
  });
});
