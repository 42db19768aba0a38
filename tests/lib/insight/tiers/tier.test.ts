import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../../lib/insight/tiers/clause.ts';
import { resolveTiers } from '../../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../../lib/insight/tiers/tier.ts';
import type { MetricName } from '../../../../lib/insight/metrics.ts';
import { tiers as shipped } from '../../../../lib/rules/tiers.ts';
import { makeHistory, makeMetrics, measureOne } from '../../../support/make-history.ts';

/** Every shipped way of drawing a line, with the default numbers. */
const lines = shipped.flatMap(({ id, variants }) =>
  variants.map((variant) => {
    const settings = { variants: { [id]: variant.id }, thresholds: {} };
    const tier = resolveTiers(shipped, settings).find((one) => one.id === id)!;
    return { tier, variant, name: `${id} (${variant.id})` };
  }),
);
const clauses = lines.flatMap((line) => line.tier.all.map((clause) => ({ ...line, clause })));

/** The nearest values on either side of the line; counts and days move by one, ratios by a hair. */
function aroundTheLine({ metric, is, value }: Condition): { inside: number; outside: number[] } {
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

/** A customer who just passes every clause. */
function justInside(all: readonly Condition[]) {
  const known = new Map<MetricName, number>();
  for (const clause of all.toSorted((a, b) => Number(a.is.startsWith('>')) - Number(b.is.startsWith('>'))))
    known.set(clause.metric, aroundTheLine(clause).inside);
  return makeMetrics(Object.fromEntries(known));
}

describe('every line that a tier draws', () => {
  test.each(lines)('$name holds for a customer just inside', ({ tier }) => {
    const [match] = tiersOf(justInside(tier.all), [tier]);
    expect(match!.source).toEqual(tier.source);
    expect(match!.evidence.map(({ metric }) => metric)).toEqual(tier.all.map(({ metric }) => metric));
  });

  test.each(clauses)(
    '$name does not hold just outside of $clause.metric $clause.is $clause.value',
    ({ tier, clause }) => {
      for (const outside of aroundTheLine(clause).outside)
        expect(tiersOf({ ...justInside(tier.all), [clause.metric]: outside }, [tier])).toEqual([]);
    },
  );

  test.each(clauses)('$name does not hold while $clause.metric is not known', ({ tier, clause }) => {
    expect(tiersOf({ ...justInside(tier.all), [clause.metric]: null }, [tier])).toEqual([]);
  });

  test.each(lines)('$name says where it comes from', ({ variant }) => {
    for (const source of variant.source) expect(source).toMatch(/^(SEG|CHN)-\d{2}$/);
  });
});

test('tiers and their lines have names of their own', () => {
  expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length);
  for (const { variants } of shipped) expect(new Set(variants.map(({ id }) => id)).size).toBe(variants.length);
});

describe('the own tier of a customer', () => {
  const tiers = resolveTiers(shipped, { variants: {}, thresholds: {} });
  const tierIds = (daysAgo: number[], amountFen = 10_000) =>
    tiersOf(measureOne(makeHistory(daysAgo, { amountFen })), tiers).map(({ tier }) => tier.id);

  test.each([
    ['one purchase today', [0], 'newCustomer'],
    ['one purchase a month ago', [30], 'newCustomer'],
    ['one purchase 31 days ago', [31], 'potential'],
    ['one purchase 90 days ago', [90], 'potential'],
    ['one purchase 91 days ago', [91], 'dormantLight'],
    ['one purchase half a year ago', [180], 'dormantLight'],
    ['one purchase a year ago', [365], 'lost'],
    ['a second purchase this month', [20, 50], 'activeReturning'],
    ['29 days silent', [29, 60], 'activeReturning'],
    ['30 days silent', [30, 60], 'silent'],
    ['60 days silent', [60, 90], 'silent'],
    ['61 days silent', [61, 90], 'silent'],
    ['90 days silent', [90, 120], 'silent'],
    ['91 days silent', [91, 120], 'dormantLight'],
    ['almost half a year silent', [179, 209], 'dormantLight'],
    ['half a year silent', [180, 210], 'dormant'],
    ['a year silent', [365, 395], 'lost'],
    ['twice a month in two months of three', [1, 10, 31, 40], 'frequent'],
    ['back after three months', [5, 96], 'reactivated'],
    ['back after 90 days, as others come', [5, 95], 'activeReturning'],
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
    const metrics = measureOne(makeHistory([1, 10, 31, 40], { amountFen: 99_000 }), { benchmarks: null });
    expect(tiersOf(metrics, tiers).map(({ tier }) => tier.id)).not.toContain('highValue');
  });

  test('of a one-time buyer far past the cycle of the category stays promising, and carries the alert (CHN-01)', () => {
    const metrics = measureOne(makeHistory([70], { category: 0 }), { presetCycleDays: [30] });
    const matches = tiersOf(metrics, tiers);
    expect(matches.map(({ tier }) => tier.id)).toEqual(['potential', 'churnAlert']);
    expect(matches[1]!.evidence[0]).toEqual({ metric: 'recencyCycles', is: '>', value: 2, actual: 70 / 30 });
  });

  test('comes first in the order of precedence', () => {
    const order = tiers.map(({ id }) => id);
    const ids = tierIds([400, 500, 600]);
    expect(ids).toEqual(ids.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(ids[0]).toBe('lost');
    expect(ids.length).toBeGreaterThan(1);
  });

  test.each([1, 2, 3, 8])('is there on every day after %i purchases: the ladder has no hole', (purchases) => {
    for (let away = 0; away <= 800; away += 1) {
      const daysAgo = Array.from({ length: purchases }, (_, at) => away + at * 40);
      expect(tierIds(daysAgo).length, `${away} days after the last purchase`).toBeGreaterThan(0);
    }
  });
});
