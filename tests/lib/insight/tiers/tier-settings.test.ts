import { describe, expect, test } from 'vitest';
import {
  TierSettingsError,
  resolveTiers,
  tierSettingsProblems,
  thresholdsOf,
  settingsOver,
  usableTierSettings,
  type TierSettings,
} from '../../../../lib/insight/tiers/tier-settings.ts';
import { tiersOf } from '../../../../lib/insight/tiers/tier.ts';
import { categories } from '../../../../lib/rules/categories.ts';
import { thresholds, tiers } from '../../../../lib/rules/tiers.ts';
import { makeHistory, makeMetrics, measureOne } from '../../../support/make-history.ts';

const nothingSet: TierSettings = { variants: {}, thresholds: {} };
const isTier = (tierId: string, metrics: ReturnType<typeof makeMetrics>, settings: Partial<TierSettings>) =>
  tiersOf(metrics, resolveTiers(tiers, { ...nothingSet, ...settings })).some(({ tier }) => tier.id === tierId);

describe('a shop that moved a threshold', () => {
  test('has its own number in the clause and in the evidence', () => {
    const lost = resolveTiers(tiers, { ...nothingSet, thresholds: { lostDays: 200 } })[0]!;
    expect(lost.all).toEqual([{ metric: 'recencyDays', is: '>=', value: 200 }]);
    expect(tiersOf(makeMetrics({ recencyDays: 200 }), [lost])[0]!.evidence).toEqual([
      { metric: 'recencyDays', is: '>=', value: 200, actual: 200 },
    ]);
  });

  test('moves every tier that stands at that threshold, so that the ladder keeps no hole', () => {
    const resolved = resolveTiers(tiers, { ...nothingSet, thresholds: { newDays: 45, dormantLightDays: 120 } });
    const ownOf = (away: number) => tiersOf(measureOne(makeHistory([away])), resolved)[0]!.tier.id;
    expect([45, 46, 120, 121].map(ownOf)).toEqual(['newCustomer', 'potential', 'potential', 'dormantLight']);
  });

  test.each(thresholdsOf(tiers))('may move $id to either end, and not beyond', ({ id, min, max }) => {
    for (const value of [min, max]) resolveTiers(tiers, { ...nothingSet, thresholds: { [id]: value } });
    for (const value of [min - 1, max + 1, Number.NaN, Infinity]) {
      const settings = { ...nothingSet, thresholds: { [id]: value } };
      expect(() => resolveTiers(tiers, settings)).toThrow(TierSettingsError);
      expect(tierSettingsProblems(tiers, thresholds, settings)).toEqual([{ kind: 'outOfRange', id, value, min, max }]);
    }
  });

  test.each(['lifeDays', '', 'constructor', '__proto__'])('%j is told that there is no such threshold', (id) => {
    const settings = { ...nothingSet, thresholds: Object.fromEntries([[id, 1]]) };
    expect(tierSettingsProblems(tiers, thresholds, settings)).toEqual([{ kind: 'unknownThreshold', id }]);
    expect(resolveTiers(tiers, settings)).toEqual(resolveTiers(tiers, nothingSet));
  });
});

describe('a shop that chose another line', () => {
  const good = makeMetrics({ purchases365d: 4, recencyDays: 10, averageRatio: 1.5 });

  test('is measured by it, with its source', () => {
    expect(isTier('highValue', good, {})).toBe(true);
    expect(isTier('highValue', good, { variants: { highValue: 'jdStrict' } })).toBe(false);
    const best = makeMetrics({ purchases365d: 5, averageRatio: 2 });
    const strict = resolveTiers(tiers, { ...nothingSet, variants: { highValue: 'jdStrict' } });
    expect(tiersOf(best, strict).find(({ tier }) => tier.id === 'highValue')!.source).toEqual(['SEG-03']);
  });

  test('for livestreams calls a basket over 500 yuan high value (SEG-35)', () => {
    const live = { variants: { highValue: 'live' } };
    expect(isTier('highValue', makeMetrics({ averageFen: 50_001, recencyDays: 5 }), live)).toBe(true);
    expect(isTier('highValue', makeMetrics({ averageFen: 50_000, recencyDays: 5 }), live)).toBe(false);
  });

  test('can read "no repeat within 30 days" the other way, without a hole (SEG-25)', () => {
    const resolved = resolveTiers(tiers, {
      ...nothingSet,
      variants: { potential: 'withinWindow', newCustomer: 'firstOrder' },
    });
    const ownOf = (away: number) => tiersOf(measureOne(makeHistory([away])), resolved)[0]!.tier.id;
    expect([0, 30, 31, 90, 91].map(ownOf)).toEqual([
      'potential',
      'potential',
      'newCustomer',
      'newCustomer',
      'dormantLight',
    ]);
  });

  test('can measure by cycles, with a floor in days', () => {
    const byCycle = { variants: { lost: 'byCycle', dormant: 'byCycle', dormantLight: 'byCycle', silent: 'byCycle' } };
    const ownOf = (daysAgo: number[]) =>
      tiersOf(measureOne(makeHistory(daysAgo)), resolveTiers(tiers, { ...nothingSet, ...byCycle }))[0]?.tier.id;
    expect(ownOf([399, 499, 599])).toBe('dormant');
    expect(ownOf([401, 500, 599, 698])).toBe('lost');
    expect(ownOf([149, 249, 349])).toBe('silent');
    expect(ownOf([150, 250, 350])).toBe('dormantLight');
    expect(ownOf([99, 199, 299])).toBe('returning');
  });

  test.each(['', 'gone', 'constructor', '__proto__'])('named %j, which does not exist, is told so', (variantId) => {
    const settings = { ...nothingSet, variants: { highValue: variantId } };
    expect(() => resolveTiers(tiers, settings)).toThrow('unknownVariant highValue');
    expect(tierSettingsProblems(tiers, thresholds, settings)).toEqual([
      { kind: 'unknownVariant', id: 'highValue', variantId },
    ]);
  });

  test('of a tier that does not exist is told so', () => {
    expect(tierSettingsProblems(tiers, thresholds, { ...nothingSet, variants: { vip: 'default' } })).toEqual([
      { kind: 'unknownTier', id: 'vip' },
    ]);
  });
});

test('settings of an older version lose what is no longer there, and keep the rest', () => {
  const usable = usableTierSettings(tiers, thresholds, {
    variants: { highValue: 'jdStrict', frequent: 'gone', vip: 'default' },
    thresholds: { lostDays: 200, newDays: -1, lifeDays: 5, averageLowFen: 8_000 },
  });
  expect(usable).toEqual({ variants: { highValue: 'jdStrict' }, thresholds: { lostDays: 200, averageLowFen: 8_000 } });
  expect(tierSettingsProblems(tiers, thresholds, usable)).toEqual([]);
});

describe('a shop of a category (SEG-21)', () => {
  test.each(categories)('such as $id has thresholds that the tiers know, and a ladder without a hole', (category) => {
    const settings = settingsOver(category.thresholds, nothingSet);
    expect(tierSettingsProblems(tiers, thresholds, settings)).toEqual([]);
    const resolved = resolveTiers(tiers, settings);
    for (let away = 0; away <= 1_200; away += 1)
      for (const daysAgo of [[away], [away, away + 200]])
        expect(tiersOf(measureOne(makeHistory(daysAgo)), resolved).length).toBeGreaterThan(0);
  });

  test('of durable goods lets a customer rest for a year', () => {
    const digital = categories.find(({ id }) => id === 'digital')!;
    const ownOf = (daysAgo: number[]) =>
      tiersOf(measureOne(makeHistory(daysAgo)), resolveTiers(tiers, settingsOver(digital.thresholds, nothingSet)))[0]!
        .tier.id;
    expect([[300], [300, 500], [366, 500], [540, 700], [730]].map(ownOf)).toEqual([
      'potential',
      'activeReturning',
      'dormantLight',
      'dormant',
      'lost',
    ]);
  });

  test('keeps what the shop set itself', () => {
    const settings = settingsOver({ lostDays: 730, newDays: 60 }, { variants: {}, thresholds: { lostDays: 400 } });
    expect(settings.thresholds).toEqual({ lostDays: 400, newDays: 60 });
  });
});
