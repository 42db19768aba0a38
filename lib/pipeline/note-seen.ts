/** What was seen when: the ground of coverage. Written in the transaction of what was read. */
import { withSpan } from '../insight/coverage.ts';
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

/** A list shows the orders of the days between its oldest and its newest one. */
export async function noteDays(
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
export async function countMasked(
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
