/**
 * From a page's report to the store. Rows are checked one by one; the same order again writes nothing; orders and the list of
 * customers to compute anew are written in one transaction, so what was acknowledged is on disk whenever the worker dies.
 */
import type { Health, PageReport, Reject } from '../model/capture.ts';
import { isMask } from '../model/identity.ts';
import { mergeOrder } from '../model/merge-order.ts';
import { orderSchema, type Order } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import { dayOf } from '../model/shanghai-time.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CaptureRecord, CustomerRecord, OrderRecord, ShopRecord } from '../store/records.ts';
import type { CustomerIds } from './customer-id.ts';
import { resolveShop, unnamedShopId } from './resolve-shop.ts';

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
  const sightings = await Promise.all(
    orders.map(async (order) => ({ order, customerId: await ids.of(shop.shopId, order.buyer) })),
  );

  const counts = await db.transaction('rw', [db.orders, db.customers, db.dirty, db.captures], async () => {
    const stored = await db.orders.bulkGet(orders.map((order) => `${platform}:${order.orderId}`));
    const changed: OrderRecord[] = [];
    const touched = new Map<string, string>();
    let newOrders = 0;
    for (const [index, { order, customerId }] of sightings.entries()) {
      const before = stored[index];
      if (before && before.shopId !== shop.shopId && before.shopId !== unnamedShopId(platform)) {
        if (shop.shopId !== unnamedShopId(platform))
          rejects.push({ what: `order …${order.orderId.slice(-4)} belongs to another shop` });
        continue;
      }
      const after = orderRecord(before, { order, customerId, platform, shopId: shop.shopId, seenAt: observedAt });
      if (before && isSame(before, after)) continue;
      if (!before) newOrders += 1;
      changed.push(after);
      if (before?.customerId) touched.set(before.customerId, before.shopId);
      if (after.customerId) touched.set(after.customerId, after.shopId);
    }
    await db.orders.bulkPut(changed);
    await db.customers.bulkPut(customersOf(changed));
    await db.dirty.bulkPut([...touched].map(([customerId, shopId]) => ({ customerId, shopId })));
    await noteCapture(db, {
      shopId: shop.shopId,
      report,
      rejects,
      newOrders,
      changedOrders: changed.length - newOrders,
    });
    return { newOrders, changedOrders: changed.length - newOrders };
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
  seen: { order: Order; customerId: string | null; platform: Platform; shopId: string; seenAt: number },
): OrderRecord {
  const { order, customerId, platform, shopId, seenAt } = seen;
  const merged = before ? mergeOrder({ order: before, seenAt: before.seenAt }, seen) : order;
  return {
    ...orderSchema.parse(merged),
    id: `${platform}:${order.orderId}`,
    platform,
    shopId,
    customerId: customerId ?? (before?.shopId === shopId ? before.customerId : null),
    reversedId: [...order.orderId].toReversed().join(''),
    seenAt: before ? Math.max(before.seenAt, seenAt) : seenAt,
  };
}

/** Equal but for the time of reading. */
function isSame(a: OrderRecord, b: OrderRecord): boolean {
  return (
    JSON.stringify({ ...orderSchema.parse(a), shopId: a.shopId, customerId: a.customerId }) ===
    JSON.stringify({ ...orderSchema.parse(b), shopId: b.shopId, customerId: b.customerId })
  );
}

function customersOf(orders: readonly OrderRecord[]): CustomerRecord[] {
  return orders.flatMap(({ customerId, shopId, platform, buyer }) => {
    const display = buyer.display;
    if (customerId === null || display === null || isMask(display)) return [];
    return [{ customerId, shopId, platform, display, searchName: display.toLowerCase(), quality: buyer.quality }];
  });
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
  for (const { what } of rejects) record.rejects[what] = (record.rejects[what] ?? 0) + 1;
  await db.captures.put(record);
}
