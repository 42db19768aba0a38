/** How many customers each tier has, per shop. */
import { tiers } from '../rules/tiers.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { assess } from './assessment.ts';

export interface TierCounts {
  customers: number;
  /** Orders whose buyer is only a mask: counted here, tiered nowhere. */
  maskedOrders: number;
  /** Every tier, in order of precedence; a customer counts in their own tier only. */
  tiers: { tierId: string; count: number }[];
}

/** @param shopId null for all shops together */
export async function readTierCounts(db: LiukeDatabase, shopId: string | null, now: number): Promise<TierCounts> {
  const [profiles, benchmarks, orders, identified] = await Promise.all([
    shopId ? db.profiles.where('shopId').equals(shopId).toArray() : db.profiles.toArray(),
    db.benchmarks.toArray(),
    shopId ? db.orders.where('shopId').equals(shopId).count() : db.orders.count(),
    // IndexedDB leaves records whose key is null out of an index: the index counts the identified ones.
    shopId ? countIdentified(db, shopId) : db.orders.orderBy('customerId').count(),
  ]);
  const benchmarksBy = new Map(benchmarks.map((record) => [record.shopId, record]));
  const counts = new Map<string, number>(tiers.map((tier) => [tier.id, 0]));
  for (const profile of profiles) {
    const own = assess(profile, benchmarksBy.get(profile.shopId) ?? null, now).tiers[0]?.tier.id;
    if (own) counts.set(own, counts.get(own)! + 1);
  }
  return {
    customers: profiles.length,
    maskedOrders: orders - identified,
    tiers: [...counts].map(([tierId, count]) => ({ tierId, count })),
  };
}

async function countIdentified(db: LiukeDatabase, shopId: string): Promise<number> {
  return await db.orders
    .where('shopId')
    .equals(shopId)
    .filter((order) => order.customerId !== null)
    .count();
}
