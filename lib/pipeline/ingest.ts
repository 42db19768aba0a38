/**
 * From a page's report to the store. Rows are checked one by one; the same order again writes nothing; orders and the list of
 * customers to compute anew are written in one transaction, so what was acknowledged is on disk whenever the worker dies.
 */
import type { Captured, Health, PageReport, Reject } from '../model/capture.ts';
import { isMask, orderTail, reviewerOf } from '../model/identity.ts';
import { ownIdOf, partyOf } from '../model/link.ts';
import { mergeOrder } from '../model/merge-order.ts';
import { orderSchema, type Order } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CustomerRecord, OrderRecord, ShopRecord } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';
import { putAfterSales, putReviews, putStates, sumUpCasesOf } from './ingest-rows.ts';
import { hashed, moveNickOrders, withNicksJoined, type IdOf, type NickMoves } from './join-nicks.ts';
import { countNames } from './count-names.ts';
import { cluesKept, type CluesOf } from './keep-clues.ts';
import { countOrders, noteCapture, noteDays } from './note-seen.ts';
import { parseRows } from './parse-rows.ts';
import { otherKeysSeen, proveLinks } from './prove-links.ts';
import { regroup, regroupTables, withLinksFollowed } from './regroup.ts';
import { isUnnamed, resolveShop } from './resolve-shop.ts';

export interface IngestResult {
  shop: ShopRecord;
  newOrders: number;
  changedOrders: number;
  /** The page's rejects and those of rows that did not pass the border. */
  rejects: Reject[];
  health: Health;
}

/**
 * @param report of a page of a known platform
 * @throws ShopConflictError when the page names two shops
 */
export async function ingest(
  db: LiukeDatabase,
  ids: CustomerIds,
  report: PageReport & { platform: Platform },
): Promise<IngestResult> {
  const { platform, observedAt } = report;
  const rejects = [...report.rejects];
  const { orders, ...others } = parseRows(report, rejects);
  const shop = await resolveShop(db, ids, {
    platform,
    hints: report.shopHints,
    chatKeys: report.chat?.conversations ?? [],
  });
  const recordIds = orders.map((order) => `${platform}:${order.orderId}`);
  const known = (await db.orders.bulkGet(recordIds)).filter((order) => order !== undefined);
  const buyers = [
    ...[...orders, ...known, ...others.afterSales, ...others.members].map(({ buyer }) => buyer),
    ...others.reviews.flatMap(({ buyerKey }) => (buyerKey === null ? [] : [reviewerOf(platform, buyerKey)])),
  ];
  const hashes = await hashed(ids, [shop.shopId, ...(await shopsOfOrders(db, shop, others))], buyers);
  const cluesOf = await cluesKept(ids, shop.shopId, orders);

  const rowTables = [db.afterSales, db.reviews, db.coupons, db.members, db.counters];
  const tables = [...rowTables, ...regroupTables(db), db.nameCounts, db.shops, db.captures];
  const counts = await db.transaction('rw', tables, async () => {
    const stored = await db.orders.bulkGet(recordIds);
    const customerIdOf = await withNicksJoined(db, hashes, buyers);
    const changed = new Map<string, OrderRecord>();
    const touched = new Map<string, string>();
    let newOrders = 0;
    for (const [index, order] of orders.entries()) {
      const before = changed.get(recordIds[index]!) ?? stored[index];
      const isElsewhere = before !== undefined && before.shopId !== shop.shopId && !isUnnamed(before);
      if (isElsewhere && !isUnnamed(shop)) {
        rejects.push({ what: `order ${orderTail(order.orderId)} belongs to another shop` });
        continue;
      }
      const owner = isElsewhere ? before : shop;
      const seen = { order, customerIdOf, cluesOf, platform, shopId: owner.shopId, seenAt: observedAt };
      const after = orderRecord(before, seen);
      if (isElsewhere) after.customerId = ownIdOf(before);
      if (before && isSame(before, after)) continue;
      if (!before) newOrders += 1;
      changed.set(after.id, after);
      if (before?.customerId) touched.set(before.customerId, before.shopId);
    }
    // The hashes are of the page's shop: they say nothing about an order that stays in its own.
    const ofThisShop = [...changed.values()].filter((order) => order.shopId === shop.shopId);
    await putCustomers(db, ofThisShop, hashes.nickIdOf);
    for (const order of await withLinksFollowed(db, [...changed.values()])) {
      changed.set(order.id, order);
      if (order.customerId) touched.set(order.customerId, order.shopId);
    }
    await db.orders.bulkPut([...changed.values()]);
    await countNames(db, [...changed.values()], stored);
    const nickMoves = await moveNickOrders(db, ofThisShop, hashes.nickIdOf);
    for (const { from, to, shopId } of nickMoves.moves) touched.set(from, shopId).set(to, shopId);
    const arrival = { platform, shop, customerIdOf, seenAt: observedAt, rejects };
    const inCases = await putAfterSales(db, others.afterSales, arrival);
    for (const { customerId, shopId } of await sumUpCasesOf(db, [...changed.keys(), ...inCases])) {
      if (customerId !== null) touched.set(customerId, shopId);
    }
    const otherRows =
      inCases.length + (await putReviews(db, others.reviews, arrival)) + (await putStates(db, others, arrival));
    const reviewed = others.reviews.map(({ orderId }) => `${platform}:${orderId}`);
    await followLinks(db, [...changed.values()], { nickMoves, reviewed });
    if (changed.size + otherRows > 0 && !(await db.shops.get(shop.shopId))) await db.shops.add(shop);
    await db.dirty.bulkPut([...touched].map(([customerId, shopId]) => ({ customerId, shopId })));
    const changedOrders = changed.size - newOrders;
    await noteCapture(db, { shopId: shop.shopId, report, rejects, newOrders, changedOrders, otherRows });
    if (report.page === 'order-list') await noteDays(db, shop.shopId, report, orders);
    await countOrders(db, stored, changed);
    return { newOrders, changedOrders };
  });
  return { shop, ...counts, rejects, health: report.health };
}

/** On a page that names no shop: whose the orders are that its cases and reviews are about. */
async function shopsOfOrders(
  db: LiukeDatabase,
  shop: ShopRecord,
  { afterSales, reviews }: Pick<Captured, 'afterSales' | 'reviews'>,
): Promise<string[]> {
  if (!isUnnamed(shop)) return [];
  const about = [...afterSales, ...reviews].map(({ orderId }) => `${shop.platform}:${orderId}`);
  const orders = await db.orders.bulkGet([...new Set(about)]);
  const shopIds = new Set(orders.flatMap((order) => order?.shopId ?? []));
  shopIds.delete(shop.shopId);
  return [...shopIds];
}

/** Has links say what was just seen, and the orders count as links say. */
async function followLinks(
  db: LiukeDatabase,
  changed: readonly OrderRecord[],
  { nickMoves, reviewed }: { nickMoves: NickMoves; reviewed: readonly string[] },
): Promise<void> {
  const proving = [...changed.map(({ id }) => id), ...nickMoves.orderRecordIds, ...reviewed];
  await regroup(db, [
    ...(await proveLinks(db, proving)),
    ...changed.flatMap((order) => [partyOf(order), order.id]),
    ...nickMoves.moves.flatMap(({ from, to }) => [from, to]),
  ]);
}

function orderRecord(
  before: OrderRecord | undefined,
  seen: { order: Order; customerIdOf: IdOf; cluesOf: CluesOf; platform: Platform; shopId: string; seenAt: number },
): OrderRecord {
  const { order, customerIdOf, cluesOf, platform, shopId } = seen;
  const merged = before ? mergeOrder({ order: before, seenAt: before.seenAt }, seen) : seen;
  const otherKeys = otherKeysSeen(before, merged.order.buyer, seen);
  const clues = (merged.order.buyer.quality === 'masked' ? cluesOf(order) : undefined) ?? before?.clues;
  return {
    ...orderSchema.parse(merged.order),
    id: `${platform}:${order.orderId}`,
    platform,
    shopId,
    customerId: customerIdOf(merged.order.buyer) ?? (before?.shopId === shopId ? ownIdOf(before) : null),
    reversedId: reversed(order.orderId),
    seenAt: merged.seenAt,
    ...(before?.cases ? { cases: before.cases } : {}),
    ...(otherKeys.length > 0 ? { otherKeys } : {}),
    ...(clues ? { clues } : {}),
  };
}

/** The order's digits backwards. */
function reversed(digits: string): string {
  return digits.split('').toReversed().join('');
}

/** Equal but for the time of reading, and for what links say. */
function isSame(a: OrderRecord, b: OrderRecord): boolean {
  const told = (order: OrderRecord) =>
    JSON.stringify([orderSchema.parse(order), order.shopId, ownIdOf(order), order.otherKeys, order.clues]);
  return told(a) === told(b);
}

/** A masked name never takes the place of a whole one. */
async function putCustomers(db: LiukeDatabase, orders: Iterable<OrderRecord>, nickIdOf: IdOf): Promise<void> {
  const customers = new Map<string, CustomerRecord>();
  for (const order of orders) {
    const { shopId, platform, buyer } = order;
    const customerId = ownIdOf(order);
    const display = buyer.display ?? buyer.key;
    if (customerId === null || display === null || (isMask(display) && customers.has(customerId))) continue;
    const searchName = display.toLowerCase();
    customers.set(customerId, {
      customerId,
      shopId,
      platform,
      display,
      searchName,
      quality: buyer.quality,
      nickId: nickIdOf(buyer),
    });
  }
  const stored = await db.customers.bulkGet([...customers.keys()]);
  for (const known of stored) {
    if (known && isMask(customers.get(known.customerId)!.display)) customers.delete(known.customerId);
  }
  await db.customers.bulkPut([...customers.values()]);
}
