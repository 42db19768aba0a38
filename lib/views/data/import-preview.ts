/** What a file would change, before anything of it is written: its entries beside what is stored. */
import type { AfterSale } from '../../model/after-sale.ts';
import { laterRefund, refundKnown, refundTold } from '../../model/file-refund.ts';
import type { ImportedLines, ImportedOrder } from '../../model/imported.ts';
import { mergeOrder } from '../../model/merge-order.ts';
import type { Order, Place } from '../../model/order.ts';
import type { Platform } from '../../model/platform.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';
import { holdsAny } from '../../store/first-keys.ts';

export interface ImportPreview {
  /** Not stored yet. */
  fresh: number;
  /** Stored, and the file says something else, later. */
  newer: number;
  same: number;
  /** Lines of orders that are not stored: the orders have to come first. */
  withoutOrder: number;
  /** How many of the file's orders each shop has already. */
  ofShops: Record<string, number>;
}

export function emptyPreview(): ImportPreview {
  return { fresh: 0, newer: 0, same: 0, withoutOrder: 0, ofShops: {} };
}

interface Entries {
  orders: readonly ImportedOrder[];
  lines: readonly ImportedLines[];
  afterSales: readonly { afterSale: AfterSale }[];
}

/** Adds some entries of the file. Nothing is written. @param seenAt when the file was written, epoch ms */
export async function addToPreview(
  db: LiukeDatabase,
  preview: ImportPreview,
  entries: Entries,
  { platform, seenAt }: { platform: Platform; seenAt: number },
): Promise<void> {
  const idOf = ({ orderId }: { orderId: string }) => `${platform}:${orderId}`;
  const orders = entries.orders.map(({ order }) => order);
  db.seal.remember(orders.flatMap(({ buyer: { display, key } }) => [display, key]));
  const stored = await storedBy(db, [...orders, ...entries.lines].map(idOf));
  const count = (before: OrderRecord | undefined, isNews: (known: OrderRecord) => boolean) => {
    if (!before) return false;
    preview.ofShops[before.shopId] = (preview.ofShops[before.shopId] ?? 0) + 1;
    if (isNews(before)) preview.newer += 1;
    else preview.same += 1;
    return true;
  };
  for (const imported of entries.orders)
    if (!count(stored.get(idOf(imported.order)), (before) => isNewer(before, imported, seenAt))) preview.fresh += 1;
  for (const lines of entries.lines)
    if (!count(stored.get(idOf(lines)), ({ items }) => items.length < lines.items.length)) preview.withoutOrder += 1;
  const caseIds = entries.afterSales.map(({ afterSale }) => `${platform}:${afterSale.caseId}`);
  const cases = caseIds.length === 0 ? [] : await db.afterSales.bulkGet(caseIds);
  for (const [index, { afterSale }] of entries.afterSales.entries()) {
    const before = cases[index];
    if (!before) preview.fresh += 1;
    else if (before.status === afterSale.status) preview.same += 1;
    else preview.newer += 1;
  }
}

async function storedBy(db: LiukeDatabase, ids: readonly string[]): Promise<Map<string, OrderRecord>> {
  if (ids.length === 0 || !(await holdsAny(db.orders))) return new Map();
  const found = (await db.orders.bulkGet([...ids])).filter((order) => order !== undefined);
  return new Map(found.map((order) => [order.id, order]));
}

function isNewer(
  before: OrderRecord,
  { order, refundedFen, tellsAfterSales, place }: ImportedOrder,
  seenAt: number,
): boolean {
  const refund = laterRefund(refundKnown(before), refundTold(order, refundedFen, seenAt));
  if (refund?.fen !== before.refundedFen) return true;
  const known = { order: before, seenAt: before.seenAt, tellsAfterSales: before.fromFile === undefined };
  const merged = mergeOrder(known, { order, seenAt, tellsAfterSales });
  const isPlaceNews = merged.order.buyer.quality === 'masked' && isOtherPlace(before, place ?? null, seenAt);
  return isPlaceNews || toldBy(merged.order) !== toldBy(before);
}

/** A place fills a gap, and takes that of an earlier sighting's. */
function isOtherPlace({ clues, seenAt: knownAt }: OrderRecord, place: Place | null, seenAt: number): boolean {
  const known = clues?.place ?? null;
  const isSame = known?.province === place?.province && known?.city === place?.city;
  return place !== null && !isSame && (known === null || seenAt >= knownAt);
}

/** What an order says, in one order of its values. */
function toldBy({ placedAt, paidAt, status, amountFen, freightFen, buyer, items, carrier }: Order): string {
  const lines = items.map((item) => [item.title, item.quantity, item.unitPriceFen, item.skuId, item.afterSale]);
  return JSON.stringify([placedAt, paidAt, status, amountFen, freightFen, buyer.display, buyer.key, lines, carrier]);
}
