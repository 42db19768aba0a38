import { describe, expect, test } from 'vitest';
import { presetSettings } from '../../../../lib/views/shops/shop-settings.ts';
import { shopTiers } from '../../../../lib/views/shops/shop-tiers.ts';
import type { ShopContext } from '../../../../lib/views/shops/shop-context.ts';
import { overviewOf } from '../../../../lib/views/shops/shop-overview.ts';
import { migrationOf } from '../../../../lib/views/shops/tier-migration.ts';
import { makeHistory, makeMeasures, TODAY, usualShop } from '../../../support/make-history.ts';

const histories = [[2], [45], [200], [400], [3, 60, 90], []].map((daysAgo) => makeHistory(daysAgo));
const measures = makeMeasures(histories, { benchmarks: usualShop });

function contextOf(thresholds: Record<string, number> = {}, startDay = TODAY - 500): ShopContext {
  const settings = { ...presetSettings, tiers: { variants: {}, thresholds } };
  return {
    ...measures.context,
    shopId: 'shop',
    settings,
    tiers: shopTiers(settings),
    coverage: { startDay, share: 1 },
    seenSpans: [],
    model: null,
    maskedOrders: 0,
    withheld: { health: null, percentages: null },
  };
}
const named = (rows: readonly { id: string; count: number }[]) =>
  Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ id, count }) => [id, count]));

describe('the overview', () => {
  const overview = overviewOf(measures, contextOf());

  test('counts who bought apart from who only ordered', () => {
    expect(overview).toMatchObject({ customers: 6, buyers: 5 });
  });

  test('puts each buyer in one state and one tier', () => {
    expect(named(overview.lifecycle)).toEqual({ new: 1, active: 1, silent: 1, dormant: 1, lost: 1 });
    expect(overview.tiers.reduce((sum, { count }) => sum + count, 0) + overview.untiered).toBe(5);
  });

  test('cuts bands by the shop’s own numbers, and by quantiles where it set none', () => {
    const bandsOf = (thresholds?: Record<string, number>) =>
      new Map(overviewOf(measures, contextOf(thresholds)).bands.map((bands) => [bands.id, bands]));
    expect(bandsOf().get('average')!.cuts).toEqual([10_000, 10_000]);
    expect(bandsOf({ averageLowFen: 9_000, averageHighFen: 12_000 }).get('average')!.cuts).toEqual([9_000, 12_000]);
    expect(bandsOf().get('average')!.unknown).toBe(1);
  });

  test('goes back to the presets where the shop’s cuts cross', () => {
    const { bands } = overviewOf(measures, contextOf({ silverPurchases: 50 }));
    expect(bands.find(({ id }) => id === 'levelByFrequency')!.cuts).toEqual([3, 6, 12]);
  });
});

describe('the moves of a month', () => {
  test('are of every customer, read on both days', () => {
    const moves = migrationOf(measures, contextOf())!;
    expect(moves.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(moves.toDay).toBe(TODAY);
    expect(moves.fromDay).toBe(TODAY - 31);
    expect(moves.customers).toBe(4);
  });

  test('are unknown where nothing was seen a month ago', () => {
    expect(migrationOf(measures, contextOf({}, TODAY - 10))).toBeNull();
  });
});
