/**
 * The cycle that health is measured against: the median of the own gaps, drawn to that of the category or the shop as if the
 * customer had shown two gaps more. A single gap says little, ten say a lot.
 */
import type { Ledger } from '../ledger/ledger.ts';
import { MIN_GROUP_GAPS } from '../measures/cycles.ts';
import { medianGapDays } from '../ledger/gaps.ts';
import { quantileOfCounts } from '../quantile.ts';

/** The shop's cycle counts as so many own gaps. */
const SHOP_WEIGHT_GAPS = 2;
const MIN_CYCLE_DAYS = 3;
const DAY_NUMBERS = 65_536;
/** Newest gaps of a customer that count for the shop's median, so that a few who buy daily do not make the cycle of all. */
const MOST_GAPS_EACH = 10;

export interface ShopCycle {
  /** Median of the gaps seen, at most ten per customer; null where nobody came back. */
  readonly shopDays: number | null;
  /** Gaps it rests on. */
  readonly gaps: number;
  /** Of categories with enough gaps. */
  readonly byCategory: readonly { readonly category: number; readonly days: number }[];
}

/** @param ends per row the place after the last purchase that counts */
export function shopCycle({ size, offsets, days, categories }: Ledger, ends: Uint32Array): ShopCycle {
  const ofShop = new Uint32Array(DAY_NUMBERS);
  const ofCategory = new Map<number, Uint32Array>();
  for (let row = 0; row < size; row++) {
    const category = categories[row]! - 1;
    const end = ends[row]!;
    for (let at = Math.max(offsets[row]! + 1, end - MOST_GAPS_EACH); at < end; at++) {
      const gap = days[at]! - days[at - 1]!;
      ofShop[gap]! += 1;
      if (category < 0) continue;
      let counts = ofCategory.get(category);
      if (!counts) ofCategory.set(category, (counts = new Uint32Array(DAY_NUMBERS)));
      counts[gap]! += 1;
    }
  }
  const gaps = total(ofShop);
  return {
    shopDays: gaps === 0 ? null : quantileOfCounts(ofShop, 0.5),
    gaps,
    byCategory: [...ofCategory]
      .filter(([, counts]) => total(counts) >= MIN_GROUP_GAPS)
      .map(([category, counts]) => ({ category, days: quantileOfCounts(counts, 0.5) }))
      .toSorted((a, b) => a.category - b.category),
  };
}

/**
 * Days per customer, at least three; NaN where not even the shop has a cycle.
 * @param rows of the ledger, each with a purchase before `ends`
 */
export function cycleDays(
  { offsets, days, categories }: Ledger,
  ends: Uint32Array,
  rows: Int32Array,
  cycle: ShopCycle,
): Float64Array {
  const ofCategory = new Map(cycle.byCategory.map(({ category, days: median }) => [category, median]));
  const shopDays = cycle.shopDays ?? Number.NaN;
  const result = new Float64Array(rows.length);
  for (let customer = 0; customer < rows.length; customer++) {
    const row = rows[customer]!;
    const start = offsets[row]!;
    const gaps = ends[row]! - start - 1;
    const usual = ofCategory.get(categories[row]! - 1) ?? shopDays;
    const own = gaps === 0 ? 0 : medianGapDays(days, start, gaps);
    const shrunk = (gaps * own + SHOP_WEIGHT_GAPS * usual) / (gaps + SHOP_WEIGHT_GAPS);
    result[customer] = Math.max(MIN_CYCLE_DAYS, shrunk);
  }
  return result;
}

function total(counts: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sum += counts[at]!;
  return sum;
}
