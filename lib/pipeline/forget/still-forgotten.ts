/**
 * Who was forgotten stays forgotten: what a page, a file or a backup shows of them is left where it is. A row that shows a forgotten
 * person under a further id, or in a further order, tells that these are theirs, too.
 */
import { reviewerOf, type Buyer } from '../../model/identity.ts';
import type { Member } from '../../model/member.ts';
import type { Platform } from '../../model/platform.ts';
import { holdOpen } from '../../store/hold-open.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { holdsAny } from '../../store/first-keys.ts';
import type { CustomerIds } from '../customer-id.ts';
import type { Hashes } from '../join-nicks.ts';

/** Which customers and orders are not to come back. */
export interface Forgotten {
  hasCustomer: (customerId: string | null | undefined) => boolean;
  hasOrder: (orderRecordId: string) => boolean;
}

/** To be called within a transaction. @param customerIds those that may be met. @param orderRecordIds likewise */
export async function forgottenAmong(
  db: LiukeDatabase,
  ids: CustomerIds,
  { customerIds, orderRecordIds }: { customerIds: Iterable<string>; orderRecordIds: Iterable<string> },
): Promise<Forgotten> {
  if (!(await holdsAny(db.forgotten))) return { hasCustomer: () => false, hasOrder: () => false };
  const orders = [...new Set(orderRecordIds)];
  const keys = await holdOpen(Promise.all(orders.map(ids.ofOrder)));
  const keyOf = new Map(orders.map((id, index) => [id, keys[index]!]));
  const stones = await db.forgotten.bulkGet([...new Set([...customerIds, ...keys])]);
  const gone = new Set(stones.flatMap((stone) => stone?.id ?? []));
  return {
    hasCustomer: (id) => id !== null && id !== undefined && gone.has(id),
    hasOrder: (id) => gone.has(keyOf.get(id) ?? ''),
  };
}

/** A row that names an order, and mostly its buyer. */
interface AboutRow {
  orderId: string;
  buyer?: Buyer;
  buyerKey?: string | null;
}

interface Rows {
  orders: readonly { order: AboutRow }[];
  afterSales: readonly AboutRow[];
  reviews: readonly AboutRow[];
  members: readonly Pick<Member, 'buyer'>[];
}

/** Says of each row whether it is of somebody forgotten. */
export interface Remembered {
  isOrderKept: (row: Rows['orders'][number]) => boolean;
  isAboutKept: (row: AboutRow) => boolean;
  isMemberKept: (row: Rows['members'][number]) => boolean;
}

/** To be called within the transaction of the page or of the portion, before anything of it is written. */
export async function rememberedOf(
  db: LiukeDatabase,
  ids: CustomerIds,
  rows: Rows & { platform: Platform; hashes: Hashes },
  now: number,
): Promise<Remembered> {
  if (!(await holdsAny(db.forgotten)))
    return { isOrderKept: () => true, isAboutKept: () => true, isMemberKept: () => true };
  const { platform, hashes } = rows;
  const recordId = (orderId: string) => `${platform}:${orderId}`;
  const ownIds = (buyer: Buyer) => hashes.shopIds.flatMap((shopId) => hashes.idOf(buyer, shopId) ?? []);
  const nickIds = (buyer: Buyer) => [hashes.nickIdOf(buyer)].filter((id) => id !== null);
  const buyerIn = (row: AboutRow) => row.buyer ?? (row.buyerKey ? reviewerOf(platform, row.buyerKey) : null);
  const about: AboutRow[] = [...rows.orders.map(({ order }) => order), ...rows.afterSales, ...rows.reviews];
  const people = [...about.flatMap((row) => buyerIn(row) ?? []), ...rows.members.map(({ buyer }) => buyer)];
  const customerIds = [...new Set(people.flatMap((buyer) => [...ownIds(buyer), ...nickIds(buyer)]))];
  const forgotten = await forgottenAmong(db, ids, {
    customerIds,
    orderRecordIds: about.map(({ orderId }) => recordId(orderId)),
  });
  const stored = await db.customers.bulkGet(customerIds);
  const known = new Set(stored.flatMap((customer) => customer?.customerId ?? []));
  // Buyers change their nicks: whoever is a customer by an id of their own is not the one who had the nick.
  const isForgotten = (buyer: Buyer) =>
    ownIds(buyer).some(forgotten.hasCustomer) ||
    (!ownIds(buyer).some((id) => known.has(id)) && nickIds(buyer).some(forgotten.hasCustomer));
  const isAboutKept = (row: AboutRow) => {
    const buyer = buyerIn(row);
    return !(buyer && isForgotten(buyer)) && !forgotten.hasOrder(recordId(row.orderId));
  };
  const theirs = about.filter((row) => !isAboutKept(row));
  const learnt = theirs
    .flatMap((row) => buyerIn(row) ?? [])
    .flatMap((buyer) => [...ownIds(buyer), ...nickIds(buyer)])
    .filter((id) => !known.has(id));
  const orderKeys = await holdOpen(Promise.all(theirs.map(({ orderId }) => ids.ofOrder(recordId(orderId)))));
  const before = await db.forgotten.bulkGet([...learnt, ...orderKeys]);
  const fresh = [...learnt, ...orderKeys].filter((_, index) => before[index] === undefined);
  await db.forgotten.bulkPut(fresh.map((id) => ({ id, at: now })));
  return {
    isOrderKept: ({ order }) => isAboutKept(order),
    isAboutKept,
    isMemberKept: ({ buyer }) => !isForgotten(buyer),
  };
}
