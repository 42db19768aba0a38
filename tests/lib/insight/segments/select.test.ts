import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { rowsOf, sortRows, topRows, type Direction } from '../../../../lib/insight/segments/select.ts';

const value = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.double(),
  fc.constantFrom(Number.NaN, 0, -0, Infinity, -Infinity, 1e-320, 256, 65_536),
);
const column = fc.array(value, { maxLength: 60 }).map((values) => Float64Array.from(values));
const direction = fc.constantFrom<Direction>('ascending', 'descending');
const allRows = (values: Float64Array) => Uint32Array.from(values, (_, row) => row);

/** As one would write it without a thought for time. */
function plainly(rows: Uint32Array, values: Float64Array, way: Direction): number[] {
  const sign = way === 'ascending' ? 1 : -1;
  return [...rows].toSorted((a, b) => {
    const [first, second] = [values[a]!, values[b]!];
    if (Number.isNaN(first) || Number.isNaN(second)) return Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    return first === second ? 0 : sign * (first < second ? -1 : 1);
  });
}

test('rows of a mask come in their order', () => {
  expect([...rowsOf(Uint8Array.of(0, 1, 1, 0, 1))]).toEqual([1, 2, 4]);
  expect([...rowsOf(new Uint8Array(0))]).toEqual([]);
});

describe('sorting', () => {
  test('puts what is not known last, either way, and keeps the order of equals', () => {
    const values = Float64Array.of(5, Number.NaN, 3, 5, -1, Number.NaN);
    expect([...sortRows(allRows(values), values, 'ascending')]).toEqual([4, 2, 0, 3, 1, 5]);
    expect([...sortRows(allRows(values), values, 'descending')]).toEqual([0, 3, 2, 4, 1, 5]);
  });

  test('is that of a comparison for every pair', () => {
    fc.assert(
      fc.property(column, direction, (values, way) => {
        const rows = allRows(values).filter((row) => row % 3 !== 1);
        const before = rows.slice();
        expect([...sortRows(rows, values, way)]).toEqual(plainly(rows, values, way));
        expect(rows).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});

test('the first few are those of the sorted whole', () => {
  fc.assert(
    fc.property(column, direction, fc.nat(70), (values, way, most) => {
      const rows = allRows(values);
      expect([...topRows(rows, values, way, most)]).toEqual(plainly(rows, values, way).slice(0, most));
    }),
    { numRuns: 500 },
  );
});
