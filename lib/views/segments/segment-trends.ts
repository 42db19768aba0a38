/** How segments grew or shrank within a week, and what they bought within a month: the same shop read on earlier days, by purchases alone. */
import { Measures } from '../../insight/measures/measures.ts';
import { compileSegment, count } from '../../insight/segments/evaluate.ts';
import type { Segment } from '../../insight/segments/segment.ts';
import { conditions } from '../../rules/segments.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { asksModels, asksTags } from './segment-counts.ts';
import { readShopMeasures, type ShopReading } from '../shops/shop-measures.ts';

export const TREND_DAYS = 7;
export const SALES_DAYS = 30;

/** Null where it is not known: nothing was seen that early, or what is asked for is known of today alone. */
export interface SegmentTrend {
  /** By how many customers it is larger than `TREND_DAYS` before. */
  grewBy: number | null;
  /** What those who are in it now spent net within `SALES_DAYS`; who has an order of unknown amount is left out. */
  salesFen: number | null;
}

/**
 * @param shopId null for all shops together
 * @param now epoch ms
 * @returns one per segment, in the order given
 */
export async function readSegmentTrends(
  db: LiukeDatabase,
  shopId: string | null,
  segments: readonly Segment[],
  now: number,
): Promise<SegmentTrend[]> {
  const shopIds = shopId ? [shopId] : await db.shops.toCollection().primaryKeys();
  const shops = await Promise.all(shopIds.map((id) => readShopMeasures(db, id, now)));
  return segments.map((segment) => ({
    grewBy: asksModels(segment) || asksTags(segment) ? null : sumOf(shops, (shop) => grewBy(shop, segment)),
    salesFen: sumOf(shops, (shop) => salesOf(shop, segment)),
  }));
}

function sumOf(shops: readonly ShopReading[], of: (shop: ShopReading) => number | null): number | null {
  const each = shops.map(of);
  return each.length === 0 || each.includes(null) ? null : each.reduce<number>((sum, one) => sum + one!, 0);
}

function maskIn(measures: Measures, segment: Segment, { context }: ShopReading): Uint8Array {
  return compileSegment(segment, { tiers: context.tiers, conditions })(measures);
}

function grewBy(shop: ShopReading, segment: Segment): number | null {
  const earlier = daysBefore(shop, TREND_DAYS);
  return earlier && count(maskIn(shop.measures, segment, shop)) - count(maskIn(earlier, segment, shop));
}

function salesOf(shop: ShopReading, segment: Segment): number | null {
  const earlier = daysBefore(shop, SALES_DAYS);
  if (!earlier) return null;
  const [since, until] = [earlier.column('netSpendFen'), shop.measures.column('netSpendFen')];
  return maskIn(shop.measures, segment, shop).reduce((sum, isIn, row) => {
    // Before their first purchase they spent nothing.
    const before = earlier.ends[row] === shop.measures.ledger.offsets[row] ? 0 : since[row]!;
    const spent = until[row]! - before;
    return isIn && !Number.isNaN(spent) ? sum + spent : sum;
  }, 0);
}

/** Kept with the reading they belong to, so that a second line costs its own columns alone. */
const kept = new WeakMap<ShopReading, Map<number, Measures | null>>();

function daysBefore(shop: ShopReading, days: number): Measures | null {
  const known = kept.get(shop) ?? new Map<number, Measures | null>();
  kept.set(shop, known);
  if (!known.has(days)) known.set(days, earlierOf(shop, days));
  return known.get(days)!;
}

function earlierOf({ measures, context }: ShopReading, days: number): Measures | null {
  const asOfDay = context.asOfDay - days;
  const { startDay } = context.coverage;
  return startDay === null || startDay > asOfDay ? null : new Measures(measures.ledger, { ...context, asOfDay });
}
