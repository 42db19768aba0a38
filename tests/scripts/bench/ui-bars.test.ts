import { describe, expect, test } from 'vitest';
import { missedBars, quantileOf } from '../../../scripts/bench/ui/bars.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('waits', () => {
  test('have a median and a 95th percentile', () => {
    expect(quantileOf(hundred, 0.5)).toBe(50);
    expect(quantileOf(hundred, 0.95)).toBe(95);
    expect(quantileOf([7], 0.95)).toBe(7);
  });

  test('that are longer than promised are named', () => {
    expect(
      missedBars([
        { what: 'first results', figures: hundred, bar: 94 },
        { what: 'the next keystroke', figures: hundred, bar: 95 },
        { what: 'what nobody promised', figures: hundred, bar: null },
      ]),
    ).toEqual(['first results: p95 95.0 ms, bar 94 ms']);
  });

  test('that were not measured keep no promise', () => {
    expect(missedBars([{ what: 'first results', figures: [], bar: 100 }])).toEqual([
      'first results: nothing measured, bar 100 ms',
    ]);
  });
});
