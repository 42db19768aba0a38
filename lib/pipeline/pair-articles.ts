/** Which articles of each shop go together, counted anew from time to time, between pages. */
import { articlePairs, type OwnedArticle } from '../insight/companions.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord } from '../store/records.ts';
import { ownedArticles } from '../views/customers/owned-articles.ts';
import { breathe, runSteps } from './run-steps.ts';

/** What goes together moves slowly. */
const PAIRS_AGE_MS = 7 * 86_400_000;
/** A young shop has most of its orders still to come. */
const YOUNG_SHOP_CUSTOMERS = 2_000;
const YOUNG_AGE_MS = 86_400_000;
/** The newest orders tell; more of them would tell the same. */
const MOST_ORDERS = 100_000;
const PORTION = 1_000;

/** @param now epoch ms */
export async function pairArticles(db: LiukeDatabase, now: number): Promise<void> {
  for (const shopId of await db.shops.toCollection().primaryKeys()) {
    const kept = await db.articlePairs.get(shopId);
    const age = kept && kept.customers >= YOUNG_SHOP_CUSTOMERS ? PAIRS_AGE_MS : YOUNG_AGE_MS;
    if (kept && now - kept.computedAt < age) continue;
    const orders = await newestOrders(db, shopId);
    const byCustomer = Map.groupBy(orders, ({ customerId }) => customerId);
    byCustomer.delete(null);
    const baskets: OwnedArticle[][] = [];
    for (const theirs of byCustomer.values()) {
      baskets.push(ownedArticles(theirs));
      if (baskets.length % PORTION === 0) await breathe();
    }
    await db.articlePairs.put({ shopId, computedAt: now, ...(await runSteps(articlePairs(baskets))) });
  }
}

/** By number of the order: the platforms' numbers rise. */
async function newestOrders(db: LiukeDatabase, shopId: string): Promise<OrderRecord[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- of a collection of the store
  const ids = await db.orders.where('shopId').equals(shopId).reverse().limit(MOST_ORDERS).primaryKeys();
  const orders: OrderRecord[] = [];
  for (let at = 0; at < ids.length; at += PORTION) {
    for (const order of await db.orders.bulkGet(ids.slice(at, at + PORTION))) if (order) orders.push(order);
    await breathe();
  }
  return orders;
}
