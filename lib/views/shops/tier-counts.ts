/** How many customers each tier has, per shop. */
import { countBy, tierColumn } from '../../insight/tiers/tier-columns.ts';
import { tiers } from '../../rules/tiers.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readShopMeasures } from './shop-measures.ts';

export interface TierCounts {
  customers: number;
  /** Orders whose buyer is only a mask: counted here, tiered nowhere. */
  maskedOrders: number;
  /** Every tier, in order of precedence; a customer counts in their own tier only. */
  tiers: { tierId: string; count: number }[];
  /** Share of the days that were seen, 0..1: of the shop of which least was; null where there are no customers. */
  coverage: number | null;
}

/** @param shopId null for all shops together */
export async function readTierCounts(db: LiukeDatabase, shopId: string | null, now: number): Promise<TierCounts> {
  const shopIds = shopId ? [shopId] : await db.shops.toCollection().primaryKeys();
  const [seen, ...shops] = await Promise.all([
    db.coverage.bulkGet(shopIds),
    ...shopIds.map(async (id) => {
      const { measures, context } = await readShopMeasures(db, id, now);
      return {
        customers: measures.size,
        covered: context.coverage.share,
        counts: countBy(tierColumn(measures, context.tiers), tiers.length + 1),
      };
    }),
  ]);
  const covered = shops.filter(({ customers }) => customers > 0).map((shop) => shop.covered);
  return {
    customers: shops.reduce((sum, { customers }) => sum + customers, 0),
    maskedOrders: seen.reduce((sum, record) => sum + (record?.maskedOrders ?? 0), 0),
    tiers: tiers.map(({ id }, index) => ({
      tierId: id,
      count: shops.reduce((sum, { counts }) => sum + counts[index + 1]!, 0),
    })),
    coverage: covered.length === 0 ? null : Math.min(...covered),
  };
}
