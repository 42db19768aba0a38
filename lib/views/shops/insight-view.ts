/** What the insight page reads of the store: the shops there are, one shop in full, and the work under way on it. */
import type { Platform } from '../../model/platform.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { holdsAny } from '../../store/first-keys.ts';
import { readDataAsOf } from '../data-as-of.ts';
import { readShopMeasures, type ShopReading } from './shop-measures.ts';

export interface ShopChoice {
  shopId: string;
  platform: Platform;
  /** Null for the shop of pages that name none. */
  name: string | null;
}

/** Those with customers first, then by name, those without one last. */
export async function readShops(db: LiukeDatabase): Promise<ShopChoice[]> {
  const shops = await db.shops.toArray();
  const known = await Promise.all(
    shops.map(async ({ shopId, platform, name }) => ({
      choice: { shopId, platform, name },
      isEmpty: !(await holdsAny(db.customers.where({ shopId }))),
    })),
  );
  const words = ({ name, shopId }: ShopChoice) => name ?? shopId;
  return known
    .toSorted(
      (a, b) =>
        Number(a.isEmpty) - Number(b.isEmpty) ||
        Number(a.choice.name === null) - Number(b.choice.name === null) ||
        (words(a.choice) < words(b.choice) ? -1 : 1),
    )
    .map(({ choice }) => choice);
}

export interface ShopInsight extends ShopReading {
  /** When a page was last taken in (epoch ms); null before any. */
  dataAsOf: number | null;
  /** Orders whose buyer is only a mask: counted, tiered nowhere. */
  maskedOrders: number;
  /** When the models were fitted (epoch ms); null before the first fit. */
  fittedAt: number | null;
}

/**
 * @param now epoch ms
 * @returns `context` and `measures` are the same objects as long as nothing they rest on changed
 * @throws DamagedLedgerError when the stored columns must be built anew
 */
export async function readInsight(db: LiukeDatabase, shopId: string, now: number): Promise<ShopInsight> {
  const [reading, dataAsOf, fitted, seen] = await Promise.all([
    readShopMeasures(db, shopId, now),
    readDataAsOf(db, shopId),
    db.shopModels.get(shopId),
    db.coverage.get(shopId),
  ]);
  return {
    ...reading,
    dataAsOf,
    fittedAt: fitted?.fittedAt ?? null,
    maskedOrders: seen?.maskedOrders ?? 0,
  };
}

/** What the background is doing with a shop; its numbers change when it is done. */
export interface ShopWork {
  isRebuilding: boolean;
  isFitting: boolean;
}

export async function readShopWork(db: LiukeDatabase, shopId: string): Promise<ShopWork> {
  const ids = await db.jobs.where('id').anyOf('rebuildColumns', `fit|${shopId}`).primaryKeys();
  return { isRebuilding: ids.includes('rebuildColumns'), isFitting: ids.includes(`fit|${shopId}`) };
}
