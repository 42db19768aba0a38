import { describe, expect, test } from 'vitest';
import type { Clause } from '../../../lib/insight/clause.ts';
import { measure, type MetricName } from '../../../lib/insight/metrics.ts';
import { tiersOf } from '../../../lib/insight/tier.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { TODAY, makeHistory, makeMetrics, usualShop } from '../../support/make-history.ts';

const variants = tiers.flatMap((tier) =>
  tier.variants.map((variant) => ({ tier, variant, name: `${tier.id} (${variant.id})` })),
);
const clauses = variants.flatMap((one) => one.variant.all.map((clause) => ({ ...one, clause })));

/** The nearest values on either side of the line; counts and days move by one, ratios by a hair. */
function aroundTheLine({ metric, is, value }: Clause): { inside: number; outside: number[] } {
  const step = metric === 'averageRatio' || metric === 'recencyCycles' ? 0.001 : 1;
  const sides = {
    '=': { inside: value, outside: [value - step, value + step] },
    '>=': { inside: value, outside: [value - step] },
    '<=': { inside: value, outside: [value + step] },
    '>': { inside: value + step, outside: [value] },
    '<': { inside: value - step, outside: [value] },
  };
  return sides[is];
}

/** A customer who just passes every clause of a variant. */
function justInside(all: readonly Clause[]) {
  const known = new Map<MetricName, number>();
  for (const clause of all)
    known.set(clause.metric, Math.max(known.get(clause.metric) ?? -Infinity, aroundTheLine(clause).inside));
  return makeMetrics(Object.fromEntries(known));
}

const isTier = (tierId: string, metrics: ReturnType<typeof makeMetrics>, variantId: string) =>
  tiersOf(metrics, tiers, { [tierId]: variantId }).some(({ tier }) => tier.id === tierId);

describe('every line that a tier draws', () => {
  test.each(variants)('$name holds for a customer just inside', ({ tier, variant }) => {
    const match = tiersOf(justInside(variant.all), tiers, { [tier.id]: variant.id }).find((one) => one.tier === tier)!;
    expect(match.source).toEqual(variant.source);
    expect(match.evidence.map(({ metric }) => metric)).toEqual(variant.all.map(({ metric }) => metric));
  });

  test.each(clauses)(
    '$name does not hold just outside of $clause.metric $clause.is $clause.value',
    ({ tier, variant, clause }) => {
      for (const outside of aroundTheLine(clause).outside) {
        expect(isTier(tier.id, { ...justInside(variant.all), [clause.metric]: outside }, variant.id)).toBe(false);
      }
    },
  );

  test.each(clauses)('$name does not hold while $clause.metric is not known', ({ tier, variant, clause }) => {
    expect(isTier(tier.id, { ...justInside(variant.all), [clause.metric]: null }, variant.id)).toBe(false);
  });

  test.each(variants)('$name says where it comes from', ({ variant }) => {
    for (const source of variant.source) expect(source).toMatch(/^(SEG|CHN)-\d{2}$/);
  });
});

test('tiers and their variants have names of their own', () => {
  expect(new Set(tiers.map(({ id }) => id)).size).toBe(tiers.length);
  for (const { variants: lines } of tiers) expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
});

describe('the own tier of a customer', () => {
  const tierIds = (daysAgo: number[], amountFen = 10_000) =>
    tiersOf(measure(makeHistory(daysAgo, { amountFen }), TODAY, usualShop), tiers).map(({ tier }) => tier.id);

  test.each([
    ['one purchase today', [0], 'potential'],
    ['one purchase a month ago', [30], 'potential'],
    ['one purchase 31 days ago', [31], 'newCustomer'],
    ['one purchase a year ago', [365], 'lost'],
    ['a second purchase this month', [20, 50], 'activeReturning'],
    ['29 days silent', [29, 60], 'activeReturning'],
    ['30 days silent', [30, 60], 'silent'],
    ['60 days silent', [60, 90], 'silent'],
    ['61 days silent', [61, 90], 'activeReturning'],
    ['91 days silent', [91, 120], 'returning'],
    ['half a year silent', [180, 210], 'dormant'],
    ['twice a month in two months of three', [1, 10, 31, 40], 'frequent'],
    ['back after half a year', [5, 185], 'reactivated'],
    ['a month back after half a year', [31, 211], 'silent'],
    ['over twice the own cycle', [61, 91, 121], 'churnAlert'],
    ['twice the own cycle', [60, 90, 120], 'silent'],
    ['over twice a short cycle, but not a month', [29, 36, 43], 'activeReturning'],
  ])('with %s (%j) is %s', (_, daysAgo, tierId) => {
    expect(tierIds(daysAgo)[0]).toBe(tierId);
  });

  test('who bought nothing is none', () => {
    expect(tierIds([])).toEqual([]);
  });

  test('is high value before it is frequent, and is both', () => {
    const ids = tierIds([1, 10, 31, 40], 13_000);
    expect(ids[0]).toBe('highValue');
    expect(ids).toContain('frequent');
  });

  test('is never high value in a shop without a yardstick', () => {
    const metrics = measure(makeHistory([1, 10, 31, 40], { amountFen: 99_000 }), TODAY, null);
    expect(tiersOf(metrics, tiers).map(({ tier }) => tier.id)).not.toContain('highValue');
  });

  test('comes first in the order of precedence', () => {
    const order = tiers.map(({ id }) => id);
    const ids = tierIds([400, 500, 600]);
    expect(ids).toEqual(ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(ids[0]).toBe('lost');
    expect(ids.length).toBeGreaterThan(1);
  });
});

describe('a shop that chose another line', () => {
  const good = makeMetrics({ purchases365d: 4, recencyDays: 10, averageRatio: 1.5 });

  test('is measured by it, with its source', () => {
    expect(isTier('highValue', good, 'general')).toBe(true);
    expect(isTier('highValue', good, 'jdStrict')).toBe(false);
    const best = makeMetrics({ purchases365d: 5, averageRatio: 2 });
    expect(tiersOf(best, tiers, { highValue: 'jdStrict' }).find(({ tier }) => tier.id === 'highValue')!.source).toEqual(
      ['SEG-03'],
    );
  });

  test.each(['', 'gone', 'constructor', '__proto__'])(
    'named %j, which does not exist, gets the default',
    (variantId) => {
      expect(isTier('highValue', good, variantId)).toBe(true);
    },
  );
});
