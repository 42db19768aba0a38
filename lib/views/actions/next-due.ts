/** When somebody is due again, for a day on which nobody is. */
import { dayOf } from '../../model/shanghai-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readShopMeasures } from '../shops/shop-measures.ts';

/**
 * @param shopId null for all shops together
 * @param now epoch ms
 * @returns the nearest Shanghai day after today on which a customer's care falls due (3 days before the cycle ends); null where no cycle
 * tells
 */
export async function readNextDueDay(db: LiukeDatabase, shopId: string | null, now: number): Promise<number | null> {
  const today = dayOf(now);
  const shopIds = shopId === null ? await db.shops.toCollection().primaryKeys() : [shopId];
  let nearest = Number.POSITIVE_INFINITY;
  for (const each of shopIds) {
    const { context, measures } = await readShopMeasures(db, each, now);
    for (const dueInDays of measures.column('dueInDays')) {
      const day = context.asOfDay + Math.ceil(dueInDays);
      if (day > today && day < nearest) nearest = day;
    }
  }
  return Number.isFinite(nearest) ? nearest : null;
}
