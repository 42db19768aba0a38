import { expect, test } from 'vitest';
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
const anyShop = fc.array(fc.tuple(anyNumber, anyNumber, fc.constantFrom(0, 1)), { maxLength: 20 }).map((rows) => {
  const columns: Columns = {
    size: rows.length,
    column: (name) => Float64Array.from(rows, ([recency, count]) => (name === 'recencyDays' ? recency : count)),
  };
  return { columns, taken: Uint8Array.from(rows, ([, , taken]) => taken) };
});
const anyLine = fc.array(anyClause, { maxLength: 4 });

const rowsOf = (mask: Uint8Array) => [...mask.keys()].filter((row) => mask[row] === 1);
const masked = (columns: Columns, line: readonly Condition[], taken: Uint8Array) =>
  rowsOf(passColumn(columns, line).map((passes, row) => passes & Number(taken[row] === 0)));

test('leaves the rows that pass every clause and were not taken, in their order', () => {
  fc.assert(
    fc.property(anyShop, anyLine, ({ columns, taken }, line) => {
      const rows = new RowSieve(columns);
      rows.start(taken);
      for (const clause of line) rows.keep(clause);
      expect([...rows.left()]).toEqual(masked(columns, line, taken));
    }),
  );
});

test('leaves of several lines the rows that pass any, and none where there is no line', () => {
  fc.assert(
    fc.property(anyShop, fc.array(anyLine, { maxLength: 3 }), anyClause, ({ columns, taken }, lines, first) => {
      const rows = new RowSieve(columns);
      rows.start(taken);
      rows.keep(first);
      rows.keepAnyOf(lines);
      const any = new Set(lines.flatMap((line) => masked(columns, [first, ...line], taken)));
      expect([...rows.left()]).toEqual([...any].toSorted((a, b) => a - b));
    }),
  );
});
