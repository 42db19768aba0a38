import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../../lib/insight/ledger/ledger.ts';
import { Measures } from '../../../../lib/insight/measures/measures.ts';
import { monthsBefore } from '../../../../lib/insight/tiers/calendar-month.ts';
import { migration, movers } from '../../../../lib/insight/tiers/migration.ts';
import { tierColumn } from '../../../../lib/insight/tiers/tier-columns.ts';
import { resolveTiers } from '../../../../lib/insight/tiers/tier-settings.ts';
import { formatDay } from '../../../../lib/model/shanghai-time.ts';
import { tiers as shipped } from '../../../../lib/rules/tiers.ts';
import { TODAY, makeHistory, makeRows } from '../../../support/make-history.ts';

const dayOfText = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

describe('a month earlier', () => {
  test.each([
    ['2026-08-06', 1, '2026-07-06'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2028-03-31', 1, '2028-02-29'],
    ['2028-03-29', 1, '2028-02-29'],
    ['2028-02-29', 12, '2027-02-28'],
    ['2026-07-31', 1, '2026-06-30'],
    ['2026-01-31', 1, '2025-12-31'],
    ['2026-01-15', 2, '2025-11-15'],
    ['2026-05-31', 3, '2026-02-28'],
    ['2026-08-06', 0, '2026-08-06'],
  ])('than %s, %i times, is %s', (day, months, expected) => {
    expect(formatDay(monthsBefore(dayOfText(day), months))).toBe(expected);
  });

  test('lies in the month before, for every day of thirty years', () => {
    for (let day = dayOfText('2005-01-01'); day < dayOfText('2035-01-01'); day += 1) {
      const before = formatDay(monthsBefore(day));
      const [year, month, date] = formatDay(day).split('-').map(Number);
      const [earlierYear, earlierMonth, earlierDate] = before.split('-').map(Number);
      expect(earlierYear! * 12 + earlierMonth!).toBe(year! * 12 + month! - 1);
      const isLastOfMonth = formatDay(monthsBefore(day) + 1).endsWith('-01');
      expect(earlierDate === date || (earlierDate! < date! && isLastOfMonth)).toBe(true);
    }
  });
});

describe('who moved from tier to tier within a month', () => {
  const tiers = resolveTiers(shipped, { variants: {}, thresholds: {} });
  const numberOf = (id: string) => 1 + tiers.findIndex((tier) => tier.id === id);
  const ledger = ledgerOf(
    makeRows([
      makeHistory([5]),
      makeHistory([40]),
      makeHistory([45, 75]),
      makeHistory([2, 40]),
      makeHistory([400, 430]),
      makeHistory([]),
    ]),
  );
  const on = (asOfDay: number) =>
    tierColumn(new Measures(ledger, { asOfDay, benchmarks: null, presetCycleDays: [], outlook: null }), tiers);
  const { counts, moved } = migration(on(monthsBefore(TODAY)), on(TODAY), tiers);

  test('is told by the same purchases, read on two days', () => {
    const cells = counts.flatMap((row, from) => row.flatMap((count, to) => (count > 0 ? [[from, to, count]] : [])));
    expect(cells.toSorted()).toEqual(
      [
        [0, numberOf('newCustomer'), 1],
        [numberOf('newCustomer'), numberOf('potential'), 1],
        [numberOf('activeReturning'), numberOf('silent'), 1],
        [numberOf('newCustomer'), numberOf('activeReturning'), 1],
        [numberOf('lost'), numberOf('lost'), 1],
        [0, 0, 1],
      ].toSorted(),
    );
    expect(moved).toBe(4);
  });

  test('adds up to all customers, and to the counts of either day', () => {
    expect(counts.flat().reduce((sum, count) => sum + count)).toBe(ledger.size);
    const after = on(TODAY);
    for (const to of counts.keys())
      expect(counts.reduce((sum, row) => sum + row[to]!, 0)).toBe(after.filter((tier) => tier === to).length);
  });

  test('has as many people behind each number', () => {
    const [before, after] = [on(monthsBefore(TODAY)), on(TODAY)];
    for (const [from, row] of counts.entries())
      for (const [to, number] of row.entries())
        expect(movers(before, after, from, to).reduce((sum, isOne) => sum + isOne)).toBe(number);
  });

  test('is refused between two ledgers, and for tiers that are not there', () => {
    expect(() => migration(new Uint8Array(2), new Uint8Array(3), tiers)).toThrow('2 and 3 rows');
    expect(() => migration(Uint8Array.of(3), Uint8Array.of(0), [tiers[0]])).toThrow(RangeError);
  });
});
