/** What was seen when: the ground of coverage. Written in the transaction of what was read. */
import { withSpan } from '../insight/coverage.ts';
import { withClaims } from '../insight/order-claims.ts';
import type { PageReport, Reject } from '../model/capture.ts';
import { addCounts } from '../model/field-counts.ts';
import type { Order } from '../model/order.ts';
import { dayOf } from '../model/shanghai-time.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { CaptureRecord, CoverageRecord, OrderRecord } from '../store/records.ts';

interface CaptureNote {
  shopId: string;
  report: PageReport;
  rejects: readonly Reject[];
  newOrders: number;
  changedOrders: number;
  /** Cases, reviews and the like that are new or changed. */
  otherRows: number;
}

export async function noteCapture(
  db: LiukeDatabase,
  { shopId, report, rejects, newOrders, changedOrders, otherRows }: CaptureNote,
): Promise<void> {
  const day = dayOf(report.observedAt);
  const id = `${shopId}|${report.page}|${day}`;
  const before = await db.captures.get(id);
  const fields = isNewView(report) ? (report.fields ?? {}) : {};
  const isSilent = Object.keys(fields).length === 0;
  if (before && isSilent && newOrders + changedOrders + otherRows + rejects.length === 0) return;
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
  if (!isSilent) record.fields = addCounts(record.fields ?? {}, fields);
  await db.captures.put(record);
}

/** A page that was opened or turned, not one in which a row changed: each order counts once for every time it is looked at. */
function isNewView({ orders, orderIds, health }: PageReport): boolean {
  return health.rows > 0 && orders.length * 2 >= orderIds.length;
}

/** A list shows the orders of the days between its oldest and its newest one, and may say how many there are in all. */
export async function noteDays(
  db: LiukeDatabase,
  shopId: string,
  { observedAt, totals, health }: PageReport,
  orders: readonly Order[],
): Promise<void> {
  const before = { ...unseen(shopId), ...(await db.coverage.get(shopId)) };
  const today = dayOf(observedAt);
  const days = orders.map(({ placedAt }) => dayOf(placedAt));
  const seen = ({ spans, asOfDay }: Pick<CoverageRecord, 'spans' | 'asOfDay'>) => ({
    spans: days.length === 0 ? spans : withSpan(spans, [Math.min(...days), Math.max(...days)]),
    asOfDay: Math.max(asOfDay, today),
  });
  // Rows that changed on an open page say nothing of where the page begins and ends.
  const isWhole = orders.length === health.rows;
  const { claims, list } = totals && isWhole ? withClaims(before, totals, days, today) : before;
  const { withoutImports } = before;
  const after = {
    ...before,
    ...seen(before),
    claims,
    list,
    ...(withoutImports && { withoutImports: seen(withoutImports) }),
  };
  if (JSON.stringify(before) !== JSON.stringify(after)) await db.coverage.put(after);
}

/**
 * Keeps the numbers of masked orders and of orders by day up with what these orders were and are.
 * @param gone orders that are no longer stored
 */
export async function countOrders(
  db: LiukeDatabase,
  stored: readonly (OrderRecord | undefined)[],
  changed: ReadonlyMap<string, OrderRecord>,
  gone: readonly OrderRecord[] = [],
): Promise<void> {
  const before = new Map(stored.flatMap((order) => (order ? [[order.id, order]] : [])));
  const moved = [...changed.values()].filter((order) => !isCountedAlike(order, before.get(order.id)));
  const shopIds = [
    ...new Set([...moved, ...gone].flatMap((order) => [order.shopId, before.get(order.id)?.shopId ?? order.shopId])),
  ];
  if (shopIds.length === 0) return;
  const known = await db.coverage.bulkGet(shopIds);
  const records = new Map(
    shopIds.map((shopId, index) => [shopId, structuredClone({ ...unseen(shopId), ...known[index] })]),
  );
  const add = ({ shopId, customerId, placedAt }: OrderRecord, by: number) => {
    const record = records.get(shopId)!;
    const day = dayOf(placedAt);
    const orders = (record.ordersByDay[day] ?? 0) + by;
    if (orders === 0) delete record.ordersByDay[day];
    else record.ordersByDay[day] = orders;
    if (customerId === null) record.maskedOrders += by;
  };
  for (const order of moved) {
    const earlier = before.get(order.id);
    add(order, 1);
    if (earlier) add(earlier, -1);
  }
  for (const order of gone) add(order, -1);
  await db.coverage.bulkPut([...records.values()]);
}

const SLICE_ORDERS = 5000;

/** Counts all orders anew, by their days and their masks, in one transaction: after a restore nobody knows which are counted. */
export async function recountDays(db: LiukeDatabase): Promise<void> {
  await db.transaction('rw', [db.orders, db.coverage], async () => {
    const counted = new Map<string, Pick<CoverageRecord, 'ordersByDay' | 'maskedOrders'>>();
    for (let after = '', isEnd = false; !isEnd;) {
      const orders = await db.orders.where('id').above(after).limit(SLICE_ORDERS).toArray();
      for (const { shopId, placedAt, customerId } of orders) {
        const of = counted.get(shopId) ?? { ordersByDay: {}, maskedOrders: 0 };
        const day = dayOf(placedAt);
        of.ordersByDay[day] = (of.ordersByDay[day] ?? 0) + 1;
        if (customerId === null) of.maskedOrders += 1;
        counted.set(shopId, of);
      }
      isEnd = orders.length < SLICE_ORDERS;
      after = orders.at(-1)?.id ?? after;
    }
    const known = await db.coverage.toArray();
    const shopIds = new Set([...counted.keys(), ...known.map(({ shopId }) => shopId)]);
    await db.coverage.bulkPut(
      [...shopIds].map((shopId) => ({
        ...unseen(shopId),
        ...known.find((record) => record.shopId === shopId),
        ...(counted.get(shopId) ?? { ordersByDay: {}, maskedOrders: 0 }),
      })),
    );
  });
}

function isCountedAlike(order: OrderRecord, earlier: OrderRecord | undefined): boolean {
  return (
    earlier?.shopId === order.shopId &&
    (earlier.customerId === null) === (order.customerId === null) &&
    dayOf(earlier.placedAt) === dayOf(order.placedAt)
  );
}

export function unseen(shopId: string): CoverageRecord {
  return { shopId, maskedOrders: 0, asOfDay: 0, spans: [], ordersByDay: {}, claims: [], list: null };
}
