/** Customers as their orders tell them, after some of the orders are gone or say something else. Within the transaction of the undo. */
import { ownIdOf } from '../../model/link.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { CustomerRecord, OrderRecord } from '../../store/records.ts';
import { nickOf } from '../join-nicks.ts';
import { giveToNick } from '../move-nicks.ts';
import { better, saysNothing } from '../put-orders.ts';

export interface CustomersSettled {
  /** Those that were asked for, and the nicks that are somebody of their own again. */
  customerIds: string[];
  nicksBack: { from: string; to: string }[];
  /** Those that some of the customers had: who has one now may be another. */
  nickIds: string[];
  /** Orders that went back to a nick. */
  moved: OrderRecord[];
}

export async function settleCustomers(db: LiukeDatabase, customerIds: readonly string[]): Promise<CustomersSettled> {
  const asked = [...new Set(customerIds)];
  const stored = (await db.customers.bulkGet(asked)).filter((customer) => customer !== undefined);
  const known = new Map(stored.map((customer) => [customer.customerId, customer]));
  const owned = await ownOrders(db, asked);
  const settled: CustomersSettled = {
    customerIds: asked,
    nicksBack: [],
    nickIds: stored.flatMap(({ nickId }) => nickId ?? []),
    moved: [],
  };
  for (const customer of stored) {
    const theirs = owned.get(customer.customerId) ?? [];
    if (customer.nickId === null || theirs.some(({ buyer }) => nickOf(buyer) !== null)) continue;
    // No page or file says any more that the nick is theirs: what stood under it goes back.
    settled.moved.push(
      ...(await giveToNick(db, customer.nickId, theirs, (order) => ownIdOf(order) === customer.customerId)),
    );
    settled.nicksBack.push({ from: customer.nickId, to: customer.customerId });
    settled.customerIds.push(customer.nickId);
  }
  const now = settled.nicksBack.length === 0 ? owned : await ownOrders(db, settled.customerIds);
  const linked = await db.linkedParties.bulkGet(settled.customerIds);
  const isNobody = (id: string, index: number) => !now.has(id) && !linked[index];
  await db.customers.bulkDelete(settled.customerIds.filter(isNobody));
  await db.customers.bulkPut([...now].map(([id, orders]) => customerOf(id, orders, known.get(id))));
  return settled;
}

/** The orders of these customers as pages and files alone tell them, in the order in which they were seen. */
async function ownOrders(db: LiukeDatabase, customerIds: readonly string[]): Promise<Map<string, OrderRecord[]>> {
  const linked = (await db.linkedParties.bulkGet([...customerIds])).flatMap((record) => record?.customerId ?? []);
  const countedAs = [...new Set([...customerIds, ...linked])];
  const orders = await db.orders.where('customerId').anyOf(countedAs).toArray();
  const asked = new Set(customerIds);
  const owned = orders.filter((order) => asked.has(ownIdOf(order) ?? ''));
  return Map.groupBy(
    owned.toSorted((a, b) => a.seenAt - b.seenAt),
    (order) => ownIdOf(order)!,
  );
}

function customerOf(
  customerId: string,
  orders: readonly OrderRecord[],
  known: CustomerRecord | undefined,
): CustomerRecord {
  const { shopId, platform } = orders[0]!;
  const names = orders.map(({ buyer }) => buyer.display ?? buyer.key).filter((name) => name !== null);
  const whole = names.findLast((name) => !saysNothing(name));
  const display = whole ?? (known && !saysNothing(known.display) ? names[0] : known?.display) ?? names[0] ?? '**';
  const isNickKnown = orders.some(({ buyer }) => nickOf(buyer) !== null);
  return {
    customerId,
    shopId,
    platform,
    display,
    searchName: display.toLowerCase(),
    quality: orders.map(({ buyer }) => buyer.quality).reduce((best, each) => better(best, each)),
    nickId: isNickKnown ? (known?.nickId ?? null) : null,
  };
}
