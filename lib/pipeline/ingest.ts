/**
 * From a page's report to the store. Rows are checked one by one; the same order again writes nothing; orders and the list of
 * customers to compute anew are written in one transaction, so what was acknowledged is on disk whenever the worker dies.
 */
import type { Captured, Health, PageReport, Reject } from '../model/capture.ts';
import { orderTail, reviewerOf, type Buyer } from '../model/identity.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { markDirty } from '../store/dirty-lists.ts';
import { neighboursOf } from '../store/of-keys.ts';
import type { OrderRecord, ShopRecord } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';
import { rememberedOf } from './forget/still-forgotten.ts';
import { putAfterSales, putReviews, putStates, sumUpCasesOf, textKept } from './ingest-rows.ts';
import { hashed, withNicksJoined, type Hashes } from './join-nicks.ts';
import { cluesKept } from './keep-clues.ts';
import { noteCapture, noteDays } from './note-seen.ts';
import { parseRows } from './parse-rows.ts';
import { followLinks, putOrders } from './put-orders.ts';
import { regroupTables } from './regroup.ts';
import { isUnnamed, resolveShop } from './resolve-shop.ts';

export interface IngestResult {
  shop: ShopRecord;
  /** All that the page shows, page order, as they are stored. */
  orders: OrderRecord[];
  newOrders: number;
  changedOrders: number;
  /** The page's rejects and those of rows that did not pass the border. */
  rejects: Reject[];
  /** Orders on the page whose buyers were forgotten: read, and not kept. */
  forgottenOrders: number;
  health: Health;
  /** Of a page that said nothing to keep: notes that it was seen, which no screen waits for. Null where that is done. */
  noteSeen: (() => Promise<void>) | null;
}

/**
 * @param report of a page of a known platform
 * @param now epoch ms; what was stored as seen later than this was seen by a clock that was wrong
 * @throws ShopConflictError when the page names two shops, OtherKeyError when the store was replaced meanwhile
 */
export async function ingest(
  db: LiukeDatabase,
  ids: CustomerIds,
  report: PageReport & { platform: Platform },
  now = Infinity,
): Promise<IngestResult> {
  const { platform, observedAt } = report;
  const rejects = [...report.rejects];
  const { orders: shown, ...rows } = parseRows(report, rejects);
  const recordIds = shown.map((order) => `${platform}:${order.orderId}`);
  const shop = await resolveShop(db, ids, {
    platform,
    hints: report.shopHints,
    chatKeys: report.chat?.conversations ?? [],
    orderRecordIds: recordIds,
  });
  if (report.page !== 'order-list' && [shown, ...Object.values(rows)].every(({ length }) => length === 0)) {
    const noteSeen = async () => await noteSilentPage(db, ids, shop, report, rejects);
    const nothing = { orders: await ordersOf(db, report), newOrders: 0, changedOrders: 0, forgottenOrders: 0 };
    // How its fields were read is compared with what is noted of them.
    const hasFields = Object.keys(report.fields ?? {}).length > 0;
    if (hasFields) await noteSeen();
    return { shop, ...nothing, rejects, health: report.health, noteSeen: hasFields ? null : noteSeen };
  }
  db.seal.remember([
    ...buyersIn(shown, rows.afterSales, rows.members).flatMap(({ display, key }) => [display, key]),
    ...rows.reviews.map(({ text }) => textKept(text)),
  ]);
  const known = (await neighboursOf(db.orders, recordIds)).filter((order) => order !== undefined);
  const buyers = [
    ...buyersIn(shown, known, rows.afterSales, rows.members),
    ...rows.reviews.flatMap(({ buyerKey }) => (buyerKey === null ? [] : [reviewerOf(platform, buyerKey)])),
  ];
  const hashes = await hashed(ids, [shop.shopId, ...(await shopsOfOrders(db, shop, rows))], buyers, known);
  const cluesOf = await cluesKept(ids, shop.shopId, shown);

  const rowTables = [db.afterSales, db.reviews, db.coupons, db.members, db.counters];
  const noted = [db.nameCounts, db.shops, db.captures, db.jobs, db.tellings, db.forgotten, db.meta];
  const tables = [...rowTables, ...regroupTables(db), ...noted];
  const taken = await db.transaction('rw', tables, async () => {
    await ids.ensureOwn();
    const { orders, ...others } = await withoutForgotten(
      db,
      ids,
      { orders: shown, ...rows, platform, hashes },
      observedAt,
    );
    const customerIdOf = await withNicksJoined(db, hashes, buyers);
    const arrival = { platform, shop, customerIdOf, seenAt: observedAt, now, fromFile: null, rejects };
    const put = await putOrders(
      db,
      orders.map((order) => ({ order, refundedFen: null, tellsAfterSales: true })),
      { ...arrival, hashes, cluesOf },
    );
    const { changed, touched, newOrders } = put;
    for (const index of put.elsewhere)
      rejects.push({ what: `order ${orderTail(orders[index]!.orderId)} belongs to another shop` });
    const cases = await putAfterSales(db, others.afterSales, arrival);
    const inCases = cases.changed.map(({ orderRecordId }) => orderRecordId);
    for (const { customerId, shopId } of (await sumUpCasesOf(db, [...changed.keys(), ...inCases])).changed) {
      if (customerId !== null) touched.set(customerId, shopId);
    }
    const otherRows =
      inCases.length + (await putReviews(db, others.reviews, arrival)) + (await putStates(db, others, arrival));
    const reviewed = others.reviews.map(({ orderId }) => `${platform}:${orderId}`);
    await followLinks(db, [...changed.values()], { nickMoves: put.nickMoves, reviewed });
    const changedOrders = changed.size - newOrders;
    const [ofPage] = await Promise.all([
      ordersOf(db, report),
      changed.size + otherRows > 0 && keepShop(db, shop),
      markDirty(db.dirtyLists, touched),
      noteCapture(db, { shopId: shop.shopId, report, rejects, newOrders, changedOrders, otherRows }),
      report.page === 'order-list' && noteDays(db, shop.shopId, report, shown),
    ]);
    return { orders: ofPage, newOrders, changedOrders, forgottenOrders: shown.length - orders.length };
  });
  return { shop, ...taken, rejects, health: report.health, noteSeen: null };
}

/** Not only those whose rows changed. */
async function ordersOf(
  db: LiukeDatabase,
  { platform, orderIds }: Pick<PageReport, 'platform' | 'orderIds'>,
): Promise<OrderRecord[]> {
  const recordIds = orderIds.map((orderId) => `${platform}:${orderId}`);
  return (await neighboursOf(db.orders, recordIds)).filter((order) => order !== undefined);
}

async function keepShop(db: LiukeDatabase, shop: ShopRecord): Promise<void> {
  if (!(await db.shops.get(shop.shopId))) await db.shops.add(shop);
}

/** A page without rows, such as a chat that turns to another buyer: that it was seen is all there is to write, and no reader of orders waits. */
async function noteSilentPage(
  db: LiukeDatabase,
  ids: CustomerIds,
  { shopId }: ShopRecord,
  report: PageReport,
  rejects: readonly Reject[],
): Promise<void> {
  await db.transaction('rw', db.captures, db.meta, async () => {
    await ids.ensureOwn();
    await noteCapture(db, { shopId, report, rejects, newOrders: 0, changedOrders: 0, otherRows: 0 });
  });
}

function buyersIn(...lists: readonly (readonly { buyer: Buyer }[])[]): Buyer[] {
  return lists.flat().map(({ buyer }) => buyer);
}

async function withoutForgotten(
  db: LiukeDatabase,
  ids: CustomerIds,
  { platform, hashes, ...rows }: Captured & { platform: Platform; hashes: Hashes },
  now: number,
): Promise<Captured> {
  const orders = rows.orders.map((order) => ({ order }));
  const kept = await rememberedOf(db, ids, { ...rows, orders, platform, hashes }, now);
  return {
    ...rows,
    orders: orders.filter(kept.isOrderKept).map(({ order }) => order),
    afterSales: rows.afterSales.filter(kept.isAboutKept),
    reviews: rows.reviews.filter(kept.isAboutKept),
    members: rows.members.filter(kept.isMemberKept),
  };
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
