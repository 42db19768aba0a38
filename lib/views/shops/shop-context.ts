/** What a shop's customers are read against: its last seen day, its yardstick, its presets and its fitted models. */
import { MIN_COVERAGE, type Coverage, type Span } from '../../insight/coverage.ts';
import { outlookOf } from '../../insight/churn/outlook.ts';
import type { ShopModel } from '../../insight/churn/shop-model.ts';
import type { MeasureContext } from '../../insight/measures/reading.ts';
import type { Tier } from '../../insight/tiers/tier.ts';
import type { ShopSettings } from '../../model/event.ts';
import { categories } from '../../rules/categories.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { asOfDayOf, shopCoverage } from './shop-coverage.ts';
import { readShopModel } from './shop-model.ts';
import { readShopPractice, readWrittenDown } from '../actions/shop-practice.ts';
import { readShopSettings } from './shop-settings.ts';
import { shopTiers } from './shop-tiers.ts';
import { withheldFigures, type WithheldFigures } from './withheld.ts';

export interface ShopContext extends MeasureContext {
  shopId: string;
  settings: ShopSettings;
  /** The shipped tiers with the shop's own thresholds. */
  tiers: readonly Tier[];
  coverage: Coverage;
  /** The days that were seen. */
  seenSpans: readonly Span[];
  /** Orders whose buyer is only a mask. */
  maskedOrders: number;
  /** Null before the first fit, and while too little of the past was seen for rates to mean anything. */
  model: ShopModel | null;
  /** Why there are no figures of single customers, where there are none. */
  withheld: WithheldFigures;
}

/** @param now epoch ms */
export async function readShopContext(db: LiukeDatabase, shopId: string, now: number): Promise<ShopContext> {
  const [settings, benchmarks, seen, fitted, practice, writtenDown] = await Promise.all([
    readShopSettings(db, shopId),
    db.benchmarks.get(shopId),
    db.coverage.get(shopId),
    readShopModel(db, shopId),
    readShopPractice(db, shopId),
    readWrittenDown(db, now),
  ]);
  const asOfDay = asOfDayOf(seen, now);
  const coverage = shopCoverage(seen, asOfDay);
  const model = coverage.share >= MIN_COVERAGE ? fitted : null;
  return {
    shopId,
    settings,
    tiers: shopTiers(settings),
    coverage,
    seenSpans: seen?.spans ?? [],
    maskedOrders: seen?.maskedOrders ?? 0,
    model,
    withheld: withheldFigures(coverage, fitted),
    asOfDay,
    benchmarks: benchmarks ?? null,
    presetCycleDays: categories.map(({ cycleDays }) => cycleDays),
    ...writtenDown,
    ...(practice.levels.length > 0 ? { levelsFen: practice.levels.map(({ fromFen }) => fromFen) } : {}),
    outlook: model && outlookOf(model),
  };
}
