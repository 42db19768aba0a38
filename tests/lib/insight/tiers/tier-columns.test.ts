import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { metricNames } from '../../../../lib/insight/metrics.ts';
import { check, type Condition } from '../../../../lib/insight/tiers/clause.ts';
import { countBy, passColumn, tierColumn } from '../../../../lib/insight/tiers/tier-columns.ts';
import { resolveTiers, thresholdsOf } from '../../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../../lib/insight/tiers/tier.ts';
import { tiers as shipped } from '../../../../lib/rules/tiers.ts';
import { makeHistory, makeMeasures, usualShop } from '../../../support/make-history.ts';

const anyHistory = fc
  .record({
    daysAgo: fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 12 }),
    amountFen: fc.option(fc.integer({ min: 0, max: 30_000 })),
    category: fc.option(fc.constantFrom(0, 1)),
  })
  .map(({ daysAgo, amountFen, category }) => makeHistory(daysAgo, { amountFen, category }));
const anyShop = fc
  .array(anyHistory, { maxLength: 12 })
  .map((histories) => makeMeasures(histories, { benchmarks: usualShop, presetCycleDays: [30, null] }));
const anyClause = fc.record<Condition>({
  metric: fc.constantFrom(...metricNames),
  is: fc.constantFrom('=', '>=', '<=', '>', '<'),
  value: fc.integer({ min: 0, max: 200 }),
});
const anySettings = fc.record({
  variants: anyOf(shipped.map(({ id, variants }) => [id, fc.constantFrom(...variants.map((one) => one.id))])),
  thresholds: anyOf(thresholdsOf(shipped).map(({ id, min, max }) => [id, fc.double({ min, max, noNaN: true })])),
});
/** Some of these names, each with a value of its own kind. */
function anyOf<T>(entries: readonly (readonly [string, fc.Arbitrary<T>])[]): fc.Arbitrary<Record<string, T>> {
  return fc
    .tuple(...entries.map(([id, value]) => fc.option(value.map((one) => [id, one] as const))))
    .map((chosen) => Object.fromEntries(chosen.filter((one) => one !== null)));
}

describe('for all customers at once', () => {
  test('clauses pass whom they pass one by one', () => {
    fc.assert(
      fc.property(anyShop, fc.array(anyClause, { maxLength: 3 }), (measures, clauses) => {
        const expected = Array.from({ length: measures.size }, (_, row) =>
          Number(check(clauses, measures.at(row)) !== null),
        );
        expect([...passColumn(measures, clauses)]).toEqual(expected);
      }),
    );
  });

  test('tiers are those of each customer alone, wherever a shop draws its lines', () => {
    fc.assert(
      fc.property(anyShop, anySettings, (measures, settings) => {
        const tiers = resolveTiers(shipped, settings);
        const expected = Array.from(
          { length: measures.size },
          (_, row) => 1 + tiers.findIndex(({ id }) => id === tiersOf(measures.at(row), tiers)[0]?.tier.id),
        );
        expect([...tierColumn(measures, tiers)]).toEqual(expected);
      }),
    );
  });

  test('counts add up to the customers', () => {
    const tiers = resolveTiers(shipped, { variants: {}, thresholds: {} });
    const measures = makeMeasures([[], [3], [400], [40, 80], [3]].map((daysAgo) => makeHistory(daysAgo)));
    const counts = countBy(tierColumn(measures, tiers), tiers.length + 1);
    const countOf = (id: string) => counts[1 + tiers.findIndex((tier) => tier.id === id)];
    expect(counts).toHaveLength(tiers.length + 1);
    expect([counts[0], countOf('newCustomer'), countOf('lost'), countOf('silent')]).toEqual([1, 2, 1, 1]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(5);
  });

  test('more tiers than a byte can number are refused', () => {
    const one = { all: [{ metric: 'purchaseCount', is: '>=', value: 1 } as const] };
    expect(() =>
      tierColumn(
        makeMeasures([]),
        Array.from({ length: 256 }, () => one),
      ),
    ).toThrow(RangeError);
  });
});
