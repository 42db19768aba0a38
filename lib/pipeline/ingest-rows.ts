/**
 * Rows that pages show beside orders: cases, reviews, coupons, members, to-do counters. All of it is called within the transaction of
 * the page; the same row again writes nothing.
 */
import type { AfterSale } from '../model/after-sale.ts';
import type { Captured, Reject } from '../model/capture.ts';
import { orderTail, reviewerOf } from '../model/identity.ts';
import { sumUpCases } from '../model/order-cases.ts';
import type { Platform } from '../model/platform.ts';
import type { Review } from '../model/review.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type {
  AfterSaleRecord,
  CounterRecord,
  MemberRecord,
  OrderRecord,
  ReviewRecord,
  SeenCouponRecord,
  ShopRecord,
} from '../store/records.ts';
import { holdsAny } from '../store/first-keys.ts';
import { Tellings } from './import/tellings.ts';
import { inTime } from './in-time.ts';
import { joinedCase } from './joined-case.ts';
import type { IdOf } from './join-nicks.ts';
import { isUnnamed } from './resolve-shop.ts';

/** Whose page the rows were on, and when. */
export interface Arrival {
  platform: Platform;
  shop: ShopRecord;
  customerIdOf: IdOf;
  seenAt: number;
  /** Epoch ms; nothing was seen later than this. */
  now: number;
  /** The import that brings them; null for a page. */
  fromFile: string | null;
  /** Rows of another shop are added here. */
  rejects: Reject[];
}

/** Cases that are new or say something else now, and as they were before. */
export interface CasesPut {
  /** All that were put, by id. */
  told: string[];
  changed: AfterSaleRecord[];
  before: AfterSaleRecord[];
}

export async function putAfterSales(
  db: LiukeDatabase,
  cases: readonly AfterSale[],
  arrival: Arrival,
): Promise<CasesPut> {
  const records = await aboutOrders(db, cases, arrival, (row, shared): AfterSaleRecord => {
    const { buyer, ...rest } = row;
    return {
      ...rest,
      ...shared,
      id: `${arrival.platform}:${row.caseId}`,
      customerId: arrival.customerIdOf(buyer, shared.shopId),
    };
  });
  const stored = await db.afterSales.bulkGet(records.map(({ id }) => id));
  const before = new Map(stored.flatMap((record) => (record ? [[record.id, record]] : [])));
  const changed = new Map<string, AfterSaleRecord>();
  const tellings = await Tellings.of(db, 'cases', stored);
  for (const record of records) {
    const known = changed.get(record.id) ?? before.get(record.id);
    if (before.has(record.id)) tellings?.hear(known!, joinedCase(undefined, record, arrival.fromFile));
    const after = joinedCase(known && inTime(known, arrival.now), record, arrival.fromFile);
    const wasOfFile = known?.fromFile !== undefined && arrival.fromFile === null;
    if (wasOfFile || isOther(known, joinedCase(undefined, after, known?.fromFile ?? null)))
      changed.set(after.id, after);
  }
  await db.afterSales.bulkPut([...changed.values()]);
  await tellings?.write(db);
  return {
    told: records.map(({ id }) => id),
    changed: [...changed.values()],
    before: [...changed.keys()].flatMap((id) => before.get(id) ?? []),
  };
}

/** Runs of digits in a buyer's words may be a phone or an order number: they are not kept. */
const LONG_NUMBER = /\d[\d\s-]{4,}\d/g;

/** A review as it is kept. */
export function textKept(text: string): string {
  return text.replace(LONG_NUMBER, '…');
}

export async function putReviews(db: LiukeDatabase, reviews: readonly Review[], arrival: Arrival): Promise<number> {
  const records = await aboutOrders(db, reviews, arrival, (row, shared): ReviewRecord => {
    const { buyerKey, ...rest } = row;
    return {
      ...rest,
      ...shared,
      text: textKept(row.text),
      id: `${arrival.platform}:${row.orderId}:${row.lineId}`,
      customerId:
        buyerKey === null ? null : arrival.customerIdOf(reviewerOf(arrival.platform, buyerKey), shared.shopId),
    };
  });
  return await putChanged<ReviewRecord>(db.reviews, records, ({ id }) => id, arrival.now);
}

/** Coupons, members and counters: the state on the page is the state. @returns how many changed */
export async function putStates(
  db: LiukeDatabase,
  { coupons, members, counters }: Pick<Captured, 'coupons' | 'members' | 'counters'>,
  { shop: { shopId }, customerIdOf, seenAt, now }: Arrival,
): Promise<number> {
  const couponRecords = coupons.map((coupon) => {
    const { couponId, name, thresholdFen, faceValueFen, startsAt } = coupon;
    return {
      ...coupon,
      id: `${shopId}|${couponId ?? `${name} ${thresholdFen} ${faceValueFen} ${startsAt}`}`,
      shopId,
      seenAt,
    };
  });
  const memberRecords = members.flatMap(({ buyer, ...rest }) => {
    const customerId = customerIdOf(buyer);
    return customerId === null ? [] : [{ ...rest, customerId, shopId, seenAt }];
  });
  const counterRecords = counters.map((counter) => ({
    ...counter,
    id: `${shopId}|${counter.counterId}`,
    shopId,
    seenAt,
  }));
  return (
    (await putChanged<SeenCouponRecord>(db.coupons, couponRecords, ({ id }) => id, now)) +
    (await putChanged<MemberRecord>(db.members, memberRecords, ({ customerId }) => customerId, now)) +
    // The time of reading stands beside them, so the same count again is written, too.
    (await putChanged<CounterRecord>(db.counters, counterRecords, ({ id }) => id, now, isOtherOrLater))
  );
}

/** Writes what the cases of these orders come to onto the orders. @returns the orders that changed, and as they were before */
export async function sumUpCasesOf(
  db: LiukeDatabase,
  orderRecordIds: Iterable<string>,
): Promise<{ changed: OrderRecord[]; before: OrderRecord[] }> {
  const ids = [...new Set(orderRecordIds)];
  if (ids.length === 0 || !(await holdsAny(db.afterSales))) return { changed: [], before: [] };
  const ofOrder = Map.groupBy(
    await db.afterSales.where('orderRecordId').anyOf(ids).toArray(),
    ({ orderRecordId }) => orderRecordId,
  );
  const orders = (await db.orders.bulkGet([...ofOrder.keys()])).filter((order) => order !== undefined);
  const summedUp = orders.map((order) => ({ ...order, cases: sumUpCases(ofOrder.get(order.id)!) }));
  const isOtherNow = (_: OrderRecord, index: number) =>
    JSON.stringify(summedUp[index]!.cases) !== JSON.stringify(orders[index]!.cases);
  const changed = summedUp.filter(isOtherNow);
  await db.orders.bulkPut(changed);
  return { changed, before: orders.filter(isOtherNow) };
}

/** Records of rows that name an order: those of another shop are rejects; on a page that names no shop the order says whose they are. */
async function aboutOrders<Row extends { orderId: string }, Stored>(
  db: LiukeDatabase,
  rows: readonly Row[],
  { platform, shop, seenAt, rejects }: Arrival,
  recordOf: (row: Row, shared: { orderRecordId: string; shopId: string; seenAt: number }) => Stored,
): Promise<Stored[]> {
  const orders = await db.orders.bulkGet(rows.map(({ orderId }) => `${platform}:${orderId}`));
  return rows.flatMap((row, index) => {
    const order = orders[index];
    const isElsewhere = order !== undefined && order.shopId !== shop.shopId && !isUnnamed(order);
    if (isElsewhere && !isUnnamed(shop)) {
      rejects.push({ what: `order ${orderTail(row.orderId)} belongs to another shop` });
      return [];
    }
    const { shopId } = isElsewhere ? order : shop;
    return [recordOf(row, { orderRecordId: `${platform}:${row.orderId}`, shopId, seenAt })];
  });
}

interface Putting<Stored> {
  bulkGet(ids: string[]): PromiseLike<(Stored | undefined)[]>;
  bulkPut(records: readonly Stored[]): PromiseLike<unknown>;
}

async function putChanged<Stored extends { seenAt: number }>(
  table: Putting<Stored>,
  records: readonly Stored[],
  idOf: (record: Stored) => string,
  now: number,
  isNews: (before: Stored | undefined, after: Stored) => boolean = isOther,
): Promise<number> {
  if (records.length === 0) return 0;
  const stored = await table.bulkGet(records.map(idOf));
  const changed = records.filter((record, index) => {
    const before = stored[index];
    return isNews(before, record) && (before ? inTime(before, now).seenAt : 0) <= record.seenAt;
  });
  await table.bulkPut(changed);
  return changed.length;
}

/** Different but for the time of reading. */
function isOther(before: { seenAt: number } | undefined, after: { seenAt: number }): boolean {
  return before === undefined || JSON.stringify({ ...before, seenAt: 0 }) !== JSON.stringify({ ...after, seenAt: 0 });
}

function isOtherOrLater(before: { seenAt: number } | undefined, after: { seenAt: number }): boolean {
  return before?.seenAt !== after.seenAt || isOther(before, after);
}
