/** The yardstick of each shop, made from its columns. */
import { benchmark } from '../insight/benchmarks.ts';
import { Measures } from '../insight/measures/measures.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { runSteps } from './run-steps.ts';
import { readShopContext } from '../views/shops/shop-context.ts';
import { readLedger } from '../views/shops/shop-ledger.ts';

/** A yardstick moves slowly; a full pass over the shop is made at most this often. */
const BENCHMARK_AGE_MS = 10 * 60_000;
const LARGE_SHOP_CUSTOMERS = 5_000;

export async function refreshBenchmarks(db: LiukeDatabase, shopId: string, now: number): Promise<void> {
  const [ledger, context] = await Promise.all([readLedger(db, shopId), readShopContext(db, shopId, now)]);
  const measures = new Measures(ledger, { ...context, outlook: null });
  const benchmarks = await runSteps(benchmark(measures));
  await db.benchmarks.put({ shopId, computedAt: now, ...benchmarks });
}

/** @returns the shops whose yardstick is missing or old */
export async function shopsWithOldBenchmarks(db: LiukeDatabase, now: number): Promise<string[]> {
  const stored = new Map((await db.benchmarks.toArray()).map((record) => [record.shopId, record]));
  const shopIds = await db.shops.toCollection().primaryKeys();
  return shopIds.filter((shopId) => now - (stored.get(shopId)?.computedAt ?? 0) >= BENCHMARK_AGE_MS);
}

/**
 * The shop has none yet, or a tenth more customers than when it was made: worth making before anything is shown. One page moves
 * no large shop, so there it is left to the work between pages.
 */
export async function hasOutgrownBenchmarks(db: LiukeDatabase, shopId: string): Promise<boolean> {
  const stored = await db.benchmarks.get(shopId);
  if (!stored || stored.customers === 0) return true;
  if (stored.customers > LARGE_SHOP_CUSTOMERS) return false;
  return (await db.customers.where('shopId').equals(shopId).count()) > stored.customers * 1.1;
}
