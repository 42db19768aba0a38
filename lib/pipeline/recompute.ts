/** From orders to the derived records. Works off the list of dirty customers in slices; may be stopped between any two. */
import { benchmark } from '../insight/benchmarks.ts';
import { summarise } from '../insight/purchase-history.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { PROFILE_VERSION, type OrderRecord, type ProfileRecord } from '../store/records.ts';

const SLICE = 200;
/** The yardstick of a shop moves slowly; a full pass over its customers is made at most this often. */
const BENCHMARK_AGE_MS = 10 * 60_000;

/** Brings all profiles up to date with the orders. Safe to call at any time, also twice at once. */
export async function recomputeDirty(db: LiukeDatabase, now: number): Promise<void> {
  const shopIds = new Set<string>();
  for (;;) {
    const done = await db.transaction('rw', [db.dirty, db.orders, db.profiles, db.customers], async () => {
      const dirty = await db.dirty.limit(SLICE).toArray();
      const customerIds = dirty.map(({ customerId }) => customerId);
      const ordersBy = Map.groupBy(
        await db.orders.where('customerId').anyOf(customerIds).toArray(),
        ({ customerId }) => customerId!,
      );
      const gone = customerIds.filter((customerId) => !ordersBy.has(customerId));
      await db.profiles.bulkPut([...ordersBy].map(([customerId, orders]) => profileOf(customerId, orders)));
      await db.profiles.bulkDelete(gone);
      await db.customers.bulkDelete(gone);
      await db.dirty.bulkDelete(customerIds);
      for (const { shopId } of dirty) shopIds.add(shopId);
      return dirty.length < SLICE;
    });
    if (done) break;
  }
  for (const shopId of await shopsWithoutBenchmarks(db)) shopIds.add(shopId);
  for (const shopId of shopIds) await refreshBenchmarks(db, shopId, now);
}

/** Shops of which an earlier run was stopped after the last slice. */
async function shopsWithoutBenchmarks(db: LiukeDatabase): Promise<string[]> {
  const done = new Set(await db.benchmarks.toCollection().primaryKeys());
  const shopIds = await db.shops.toCollection().primaryKeys();
  return shopIds.filter((shopId) => !done.has(shopId));
}

/** After an update that changed what a profile is: all are computed anew from the orders. */
export async function recomputeOutdated(db: LiukeDatabase): Promise<void> {
  await db.transaction('rw', [db.meta, db.dirty, db.customers], async () => {
    const version = await db.meta.get('profileVersion');
    if (version?.value === PROFILE_VERSION) return;
    const customers = await db.customers.toArray();
    await db.dirty.bulkPut(customers.map(({ customerId, shopId }) => ({ customerId, shopId })));
    await db.meta.put({ name: 'profileVersion', value: PROFILE_VERSION });
  });
}

function profileOf(customerId: string, orders: readonly OrderRecord[]): ProfileRecord {
  return { customerId, shopId: orders[0]!.shopId, version: PROFILE_VERSION, ...summarise(orders) };
}

async function refreshBenchmarks(db: LiukeDatabase, shopId: string, now: number): Promise<void> {
  const [stored, customers] = await Promise.all([
    db.benchmarks.get(shopId),
    db.profiles.where('shopId').equals(shopId).count(),
  ]);
  const hasGrown = !stored || customers > stored.customers * 1.1;
  if (!hasGrown && now - stored.computedAt < BENCHMARK_AGE_MS) return;
  const profiles = await db.profiles.where('shopId').equals(shopId).toArray();
  await db.benchmarks.put({ shopId, computedAt: now, ...benchmark(profiles) });
}
