/** Where on a slider a value stands. Narrow ranges are even; wide ones, as of money, take as much room for 10 to 20 as for 1000 to 2000. */
import type { Threshold } from '../../../lib/insight/tiers/threshold-schema.ts';

interface Slider {
  range: { min: number; max: number; step: number };
  placeOf: (value: number) => number;
  valueAt: (place: number) => number;
}

/** The highest over the lowest value from which a range is wide. */
const WIDE = 200;
const PLACES = 120;

export function sliderOf({ min, max, step }: Threshold): Slider {
  if (!(min > 0) || max / min < WIDE)
    return { range: { min, max, step }, placeOf: (value) => value, valueAt: (place) => place };
  const wide = Math.log(max / min);
  return {
    range: { min: 0, max: PLACES, step: 1 },
    placeOf: (value) => Math.round((PLACES * Math.log(value / min)) / wide),
    valueAt: (place) => Math.min(max, Math.max(min, twoDigits(min * Math.exp((wide * place) / PLACES), step))),
  };
}

/** 12345 -> 12000, on a step. */
function twoDigits(value: number, step: number): number {
  const unit = Math.max(step, 10 ** (Math.floor(Math.log10(value)) - 1));
  return rounded(Math.round(value / unit) * unit);
}

/** Without the dust of binary fractions. */
export function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
