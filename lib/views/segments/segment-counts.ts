/** How many customers segments have, and who stands first in one: counted on columns, no customer's record is walked through. */
import { allowedBy } from '../../insight/churn/shop-model.ts';
import { idAt } from '../../insight/ledger/ledger.ts';
import type { MetricName } from '../../insight/metrics.ts';
import { compileSegment, count } from '../../insight/segments/evaluate.ts';
import type { Segment } from '../../insight/segments/segment.ts';
import { rowsOf, topRows } from '../../insight/segments/select.ts';
import { conditions } from '../../rules/segments.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord } from '../../store/records.ts';
import type { Assessment } from '../customers/assessment.ts';
import { readAssessments } from '../customers/buyers-view.ts';
import { readShopMeasures, type ShopReading } from '../shops/shop-measures.ts';
import type { Withheld } from '../shops/withheld.ts';

export interface SegmentMember {
  customer: CustomerRecord;
  assessment: Assessment | null;
}

export interface SegmentAnswer {
  count: number;
  /** Customers of the same shops in all. */
  of: number;
  /** Why a metric of the segment has no numbers, or nobody knows who has its tags, so that nobody is in it; null when they are there. */
  withheld: Withheld | { because: 'locked' } | null;
}

/** @param shopId null for all shops together */
export async function readSegment(
  db: LiukeDatabase,
  shopId: string | null,
  segment: Segment,
  now: number,
): Promise<SegmentAnswer> {
  const shops = await readShops(db, shopId, now);
  return {
    count: shops.reduce((sum, shop) => sum + count(maskIn(shop, segment)), 0),
    of: shops.reduce((sum, { measures }) => sum + measures.size, 0),
    withheld: withheldOf(segment, shops),
  };
}

export interface FirstMembers {
  /** By `order`; one whose record is being removed is left out. */
  members: SegmentMember[];
  order: 'expectedSpendFen' | 'netSpendFen';
}

/**
 * The first few: those of whom most spend is expected, or where no amounts may be told, who spent most.
 * @param shopId null for all shops together
 * @param most members at most
 */
export async function readFirstMembers(
  db: LiukeDatabase,
  shopId: string | null,
  segment: Segment,
  now: number,
  most: number,
): Promise<FirstMembers> {
  const shops = await readShops(db, shopId, now);
  const hasAmounts = shops.length > 0 && shops.every(({ context: { model } }) => model && allowedBy(model).amounts);
  const order = hasAmounts ? 'expectedSpendFen' : 'netSpendFen';
  const ids = shops
    .flatMap((shop) => {
      const column = shop.measures.column(order);
      const rows = topRows(rowsOf(maskIn(shop, segment)), column, 'descending', most);
      return Array.from(rows, (row) => ({ id: idAt(shop.measures.ledger, row), worth: column[row]! }));
    })
    .toSorted((a, b) => Number(Number.isNaN(a.worth)) - Number(Number.isNaN(b.worth)) || b.worth - a.worth)
    .slice(0, most)
    .map(({ id }) => id);
  const [customers, assessments] = await Promise.all([db.customers.bulkGet(ids), readAssessments(db, ids, now)]);
  return {
    members: customers.flatMap((customer) =>
      customer ? [{ customer, assessment: assessments.get(customer.customerId) ?? null }] : [],
    ),
    order,
  };
}

/**
 * Between two of them whoever types is heard.
 * @param isWanted asked before each
 * @returns one number per segment, in the order given; null once they are no longer wanted
 */
export async function readSegmentCounts(
  db: LiukeDatabase,
  shopId: string | null,
  segments: readonly Segment[],
  now: number,
  isWanted: () => boolean = () => true,
): Promise<number[] | null> {
  const shops = await readShops(db, shopId, now);
  const counts: number[] = [];
  for (const segment of segments) {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    if (!isWanted()) return null;
    counts.push(shops.reduce((sum, shop) => sum + count(maskIn(shop, segment)), 0));
  }
  return counts;
}

async function readShops(db: LiukeDatabase, shopId: string | null, now: number): Promise<ShopReading[]> {
  const shopIds = shopId ? [shopId] : await db.shops.toCollection().primaryKeys();
  return await Promise.all(shopIds.map((id) => readShopMeasures(db, id, now)));
}

function maskIn({ measures, context }: ShopReading, segment: Segment): Uint8Array {
  return compileSegment(segment, { tiers: context.tiers, conditions })(measures);
}

/** Of several shops, only what all of them withhold leaves the segment empty. */
function withheldOf(segment: Segment, shops: readonly ShopReading[]): SegmentAnswer['withheld'] {
  if (asksTags(segment) && shops.some(({ context }) => context.tags === 'sealed')) return { because: 'locked' };
  const metrics = metricsOf(segment);
  const why = shops.map(({ context: { withheld } }) => {
    if (metrics.includes('returnPercent') || metrics.includes('expectedSpendFen')) return withheld.percentages;
    return metrics.includes('health') ? withheld.health : null;
  });
  return why.includes(null) ? null : (why[0] ?? null);
}

/** True when the purchase models must be asked, which takes longer than counting. */
export function asksModels(segment: Segment): boolean {
  const metrics = metricsOf(segment);
  return (['health', 'returnPercent', 'expectedSpendFen'] as const).some((metric) => metrics.includes(metric));
}

/** Of an earlier day nobody wrote down who had which tag. */
export function asksTags(segment: Segment): boolean {
  if (segment.kind === 'not') return asksTags(segment.of);
  if (segment.kind === 'all' || segment.kind === 'any') return segment.of.some(asksTags);
  return segment.kind === 'tag';
}

/** Tiers are not looked into: their lines run on purchases alone. */
function metricsOf(segment: Segment): MetricName[] {
  if (segment.kind === 'clause') return [segment.clause.metric];
  if (segment.kind === 'range') return [segment.metric];
  if (segment.kind === 'not') return metricsOf(segment.of);
  if (segment.kind === 'all' || segment.kind === 'any') return segment.of.flatMap(metricsOf);
  if (segment.kind !== 'condition') return [];
  return conditions.find(({ id }) => id === segment.condition)?.all.map(({ metric }) => metric) ?? [];
}
