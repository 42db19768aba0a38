import { expect, test } from 'vitest';
import { recencyIndex, recencySpan, rowsWithin, spanOfAny } from '../../../../lib/insight/tiers/recency-index.ts';
import { RowSieve } from '../../../../lib/insight/tiers/row-sieve.ts';
import { passColumn, type Columns } from '../../../../lib/insight/tiers/tier-columns.ts';
import type { Condition } from '../../../../lib/insight/tiers/clause.ts';
import fc from '../../../support/fast-check.ts';

const anyNumber = fc.constantFrom(0, 1, 2, 3, Number.NaN);
const anyClause = fc.record({
  metric: fc.constantFrom('recencyDays' as const, 'purchaseCount' as const),
  is: fc.constantFrom('=' as const, '>=' as const, '<=' as const, '>' as const, '<' as const),
  value: fc.integer({ min: 0, max: 3 }),
});
const anyShop = fc.array(fc.tuple(anyNumber, anyNumber), { maxLength: 20 }).map((rows): Columns => ({
  size: rows.length,
  column: (name) => Float64Array.from(rows, ([recency, count]) => (name === 'recencyDays' ? recency : count)),
}));
const anyLine = fc.array(anyClause, { maxLength: 4 });

const all = ({ size }: Columns) => Uint32Array.from({ length: size }, (_, row) => row);
const passed = (columns: Columns, line: readonly Condition[]) => {
  const mask = passColumn(columns, line);
  return [...mask.keys()].filter((row) => mask[row] === 1);
};

test('takes the rows that pass every clause, in their order, and each but once', () => {
  fc.assert(
    fc.property(anyShop, fc.array(anyLine, { minLength: 1, maxLength: 4 }), (columns, lines) => {
      const rows = new RowSieve(columns);
      const taken = new Set<number>();
      for (const line of lines) {
        rows.start(all(columns));
        for (const clause of line) rows.keep(clause);
        const expected = passed(columns, line).filter((row) => !taken.has(row));
        expect([...rows.take()]).toEqual(expected);
        for (const row of expected) taken.add(row);
      }
    }),
  );
});

test('rows within the days that a line names are all that may pass it', () => {
  fc.assert(
    fc.property(anyShop, anyLine, fc.array(anyLine, { maxLength: 2 }), (columns, line, lines) => {
      const within = rowsWithin(recencyIndex(columns), recencySpan(line), spanOfAny(lines.map(recencySpan)));
      const any = lines.length === 0 ? [[]] : lines;
      const expected = any.flatMap((other) => passed(columns, [...line, ...other]));
      expect(expected.filter((row) => !within.includes(row))).toEqual([]);
      expect(new Set(within).size).toBe(within.length);
    }),
  );
});

test('leaves of several lines the rows that pass any, and none where there is no line', () => {
  fc.assert(
    fc.property(anyShop, fc.array(anyLine, { maxLength: 3 }), anyClause, (columns, lines, first) => {
      const rows = new RowSieve(columns);
      rows.start(all(columns));
      rows.keep(first);
      rows.keepAnyOf(lines);
      const any = new Set(lines.flatMap((line) => passed(columns, [first, ...line])));
      expect([...rows.take()]).toEqual([...any].toSorted((a, b) => a - b));
    }),
  );
});
