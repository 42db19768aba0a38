import { describe, expect, test } from 'vitest';
import { countBy, tierColumn } from '../../../../lib/insight/tiers/tier-columns.ts';
import type { ShopSettings } from '../../../../lib/model/event.ts';
import { presetSettings } from '../../../../lib/views/shops/shop-settings.ts';
import { shopTiers, tierSettingsOf } from '../../../../lib/views/shops/shop-tiers.ts';
import { TierCounter } from '../../../../lib/views/shops/tier-counter.ts';
import { makeHistory, makeMeasures, usualShop } from '../../../support/make-history.ts';

const measures = makeMeasures(
  Array.from({ length: 200 }, (_, at) => makeHistory(Array.from({ length: 1 + (at % 5) }, (__, n) => at * 3 + n * 20))),
  { benchmarks: usualShop },
);
const withLost = (lostDays: number): ShopSettings => ({
  ...presetSettings,
  tiers: { variants: {}, thresholds: { lostDays } },
});
const whole = (settings: ShopSettings) => {
  const tiers = shopTiers(settings);
  return [...countBy(tierColumn(measures, tiers), tiers.length + 1)];
};

describe('counting tiers', () => {
  test('gives what a whole count gives, however lines moved before', () => {
    const counter = new TierCounter(measures);
    for (const lostDays of [365, 200, 500, 365, 90])
      expect([...counter.count(shopTiers(withLost(lostDays)))]).toEqual(whole(withLost(lostDays)));
  });

  test('counts each customer once', () => {
    const counts = new TierCounter(measures).count(shopTiers(presetSettings));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(200);
  });

  test('refuses more tiers than it has bits', () => {
    const tiers = Array.from({ length: 33 }, () => shopTiers(presetSettings)[0]!);
    expect(() => new TierCounter(measures).count(tiers)).toThrow('expected at most 32 tiers, found 33');
  });
});

test('numbers that the rules do not allow are left out of a shop’s lines', () => {
  const settings = {
    ...presetSettings,
    tiers: { variants: { lost: 'no such' }, thresholds: { lostDays: 3, gone: 1 } },
  };
  expect(tierSettingsOf(settings)).toEqual({ variants: {}, thresholds: {} });
});
