/**
 * Customers made anew from their orders: a backup that is damaged may bring the orders of somebody whose own record is lost, and no page
 * that shows these orders again would write it.
 */
import { ownIdOf } from '../model/link.ts';
import { isSealed } from '../model/sealed.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { OrderRecord } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';
import { hashed } from './join-nicks.ts';
import { putCustomers } from './put-orders.ts';
import { inSlices } from './rebuild-links.ts';

const SLICE_ORDERS = 5_000;

/** Safe to call again; orders are looked at in slices. Whose name is sealed has to be met again. */
export async function rebuildCustomers(db: LiukeDatabase, ids: CustomerIds, sliceOrders = SLICE_ORDERS): Promise<void> {
  await inSlices(db, sliceOrders, async (orders) => {
    const named = orders.filter(({ buyer }) => !isSealed(buyer.display ?? buyer.key ?? ''));
    const owners = [...new Set(named.flatMap((order) => ownIdOf(order) ?? []))];
    const known = new Set((await db.customers.bulkGet(owners)).flatMap((customer) => customer?.customerId ?? []));
    const orphaned = named.filter((order) => !known.has(ownIdOf(order) ?? '') && ownIdOf(order) !== null);
    for (const [shopId, theirs] of Map.groupBy(orphaned, (order) => order.shopId))
      await putFrom(db, ids, shopId, theirs);
  });
}

async function putFrom(
  db: LiukeDatabase,
  ids: CustomerIds,
  shopId: string,
  orders: readonly OrderRecord[],
): Promise<void> {
  const { nickIdOf } = await hashed(
    ids,
    [shopId],
    orders.map(({ buyer }) => buyer),
  );
  await db.transaction('rw', [db.customers, db.meta], async () => {
    await ids.ensureOwn();
    await putCustomers(db, orders, nickIdOf);
  });
}
