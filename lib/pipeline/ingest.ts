/**
 * From a page's report to the store. Rows are checked one by one; the same order again writes nothing; orders and the list of
 * customers to compute anew are written in one transaction, so what was acknowledged is on disk whenever the worker dies.
 */
import { withSpan } from '../insight/coverage.ts';
import type { Health, PageReport, Reject } from '../model/capture.ts';
import { isMask } from '../model/identity.ts';
import { mergeOrder } from '../model/merge-order.ts';
import { orderSchema, type Order } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import { dayOf } from '../model/shanghai-time.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CaptureRecord, CoverageRecord, CustomerRecord, OrderRecord, ShopRecord } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';
import { hashed, moveNickOrders, withNicksJoined, type IdOf } from './join-nicks.ts';
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
  const orders = report.orders.flatMap((row) => parseOrder(row, rejects));
  const shop = await resolveShop(db, ids, {
    platform,
    hints: report.shopHints,
    chatKeys: report.chat?.conversations ?? [],
  });
  const recordIds = orders.map((order) => `${platform}:${order.orderId}`);
  const known = (await db.orders.bulkGet(recordIds)).filter((order) => order !== undefined);
  const buyers = [...orders, ...known].map((order) => order.buyer);
  const hashes = await hashed(ids, shop.shopId, buyers);

  const tables = [db.orders, db.customers, db.shops, db.dirty, db.captures, db.coverage];
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
        rejects.push({ what: `order …${order.orderId.slice(-4)} belongs to another shop` });
        continue;
      }
      const owner = isElsewhere ? before : shop;
      const after = orderRecord(before, { order, customerIdOf, platform, shopId: owner.shopId, seenAt: observedAt });
      if (isElsewhere) after.customerId = before.customerId;
      if (before && isSame(before, after)) continue;
      if (!before) newOrders += 1;
      changed.set(after.id, after);
      if (before?.customerId) touched.set(before.customerId, before.shopId);
      if (after.customerId) touched.set(after.customerId, after.shopId);
    }
    if (changed.size > 0 && !(await db.shops.get(shop.shopId))) await db.shops.add(shop);
    await db.orders.bulkPut([...changed.values()]);
    // The hashes are of the page's shop: they say nothing about an order that stays in its own.
    const ofThisShop = [...changed.values()].filter((order) => order.shopId === shop.shopId);
    await putCustomers(db, ofThisShop, hashes.nickIdOf);
    for (const { from, to, shopId } of await moveNickOrders(db, ofThisShop, hashes.nickIdOf)) {
      touched.set(from, shopId).set(to, shopId);
    }
    await db.dirty.bulkPut([...touched].map(([customerId, shopId]) => ({ customerId, shopId })));
    const changedOrders = changed.size - newOrders;
    await noteCapture(db, { shopId: shop.shopId, report, rejects, newOrders, changedOrders });
    if (report.page === 'order-list') await noteDays(db, shop.shopId, observedAt, orders);
    await countMasked(db, stored, changed);
    return { newOrders, changedOrders };
  });
  return { shop, ...counts, rejects, health: report.health };
}

function parseOrder(row: unknown, rejects: Reject[]): Order[] {
  const order = orderSchema.safeParse(row);
  if (order.success) return [order.data];
  const issue = order.error.issues[0]!;
  rejects.push({ what: `${issue.path.join(' ') || 'order'}: ${issue.message}`.slice(0, 120) });
  return [];
}

function orderRecord(
  before: OrderRecord | undefined,
  seen: { order: Order; customerIdOf: IdOf; platform: Platform; shopId: string; seenAt: number },
): OrderRecord {
  const { order, customerIdOf, platform, shopId } = seen;
  const merged = before ? mergeOrder({ order: before, seenAt: before.seenAt }, seen) : seen;
  return {
    ...orderSchema.parse(merged.order),
    id: `${platform}:${order.orderId}`,
    platform,
    shopId,
    customerId: customerIdOf(merged.order.buyer) ?? (before?.shopId === shopId ? before.customerId : null),
    reversedId: reversed(order.orderId),
    seenAt: merged.seenAt,
  };
}

/** The order's digits backwards. */
function reversed(digits: string): string {
  return digits.split('').toReversed().join('');
}

/** Equal but for the time of reading. */
function isSame(a: OrderRecord, b: OrderRecord): boolean {
  return (
    JSON.stringify({ ...orderSchema.parse(a), shopId: a.shopId, customerId: a.customerId }) ===
    JSON.stringify({ ...orderSchema.parse(b), shopId: b.shopId, customerId: b.customerId })
  );
}

/** A masked name never takes the place of a whole one. */
async function putCustomers(db: LiukeDatabase, orders: Iterable<OrderRecord>, nickIdOf: IdOf): Promise<void> {
  const customers = new Map<string, CustomerRecord>();
  for (const { customerId, shopId, platform, buyer } of orders) {
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

interface CaptureNote {
  shopId: string;
  report: PageReport;
  rejects: readonly Reject[];
  newOrders: number;
  changedOrders: number;
}

async function noteCapture(
  db: LiukeDatabase,
  { shopId, report, rejects, newOrders, changedOrders }: CaptureNote,
): Promise<void> {
  const day = dayOf(report.observedAt);
  const id = `${shopId}|${report.page}|${day}`;
  const before = await db.captures.get(id);
  if (before && newOrders + changedOrders + rejects.length === 0) return;
  const record: CaptureRecord = before ?? {
    id,
    shopId,
    page: report.page,
    day,
    firstAt: report.observedAt,
    lastAt: 0,
    newOrders: 0,
    changedOrders: 0,
    rejects: {},
  };
  record.lastAt = Math.max(record.lastAt, report.observedAt);
  record.newOrders += newOrders;
  record.changedOrders += changedOrders;
  const counts = new Map(Object.entries(record.rejects));
  for (const { what } of rejects) counts.set(what, (counts.get(what) ?? 0) + 1);
  record.rejects = Object.fromEntries(counts);
  await db.captures.put(record);
}

/** A list shows the orders of the days between its oldest and its newest one. */
async function noteDays(
  db: LiukeDatabase,
  shopId: string,
  observedAt: number,
  orders: readonly Order[],
): Promise<void> {
  const before = (await db.coverage.get(shopId)) ?? unseen(shopId);
  const days = orders.map(({ placedAt }) => dayOf(placedAt));
  const spans = days.length === 0 ? before.spans : withSpan(before.spans, [Math.min(...days), Math.max(...days)]);
  const asOfDay = Math.max(before.asOfDay, dayOf(observedAt));
  if (before.asOfDay !== asOfDay || JSON.stringify(before.spans) !== JSON.stringify(spans))
    await db.coverage.put({ ...before, asOfDay, spans });
}

/** Keeps the number of masked orders up with what these orders were and are. */
async function countMasked(
  db: LiukeDatabase,
  stored: readonly (OrderRecord | undefined)[],
  changed: ReadonlyMap<string, OrderRecord>,
): Promise<void> {
  const change = new Map<string, number>();
  const add = ({ shopId, customerId }: OrderRecord, by: number) => {
    if (customerId === null) change.set(shopId, (change.get(shopId) ?? 0) + by);
  };
  const before = new Map(stored.flatMap((order) => (order ? [[order.id, order]] : [])));
  for (const [id, order] of changed) {
    add(order, 1);
    if (before.has(id)) add(before.get(id)!, -1);
  }
  for (const [shopId, by] of change) {
    const record = (await db.coverage.get(shopId)) ?? unseen(shopId);
    if (by !== 0) await db.coverage.put({ ...record, maskedOrders: record.maskedOrders + by });
  }
}

function unseen(shopId: string): CoverageRecord {
  return { shopId, maskedOrders: 0, asOfDay: 0, spans: [] };
}
