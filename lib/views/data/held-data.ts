/** What the store holds, table by table: how much, since when. */
import { isOrderParty } from '../../model/link.ts';
import { dayOf, formatDay } from '../../model/shanghai-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readImports } from './imports.ts';
import { readLinkedCustomer } from '../links/linked-customers.ts';

/** Kinds of records that speak of people or of the shop, in the order in which they are shown. */
export const heldKinds = [
  'customers',
  'orders',
  'afterSales',
  'reviews',
  'members',
  'events',
  'answers',
  'waits',
  'coupons',
  'costLists',
  'counters',
  'captures',
  'undoSteps',
  'forgotten',
  'audit',
] as const;
export type HeldKind = (typeof heldKinds)[number];

export interface Held {
  kind: HeldKind;
  count: number;
  /** The Shanghai day of the oldest one, "2026-08-06"; null where none is told, or there is none. */
  since: string | null;
}

export async function readHeld(db: LiukeDatabase): Promise<Held[]> {
  const [counts, since] = await Promise.all([
    Promise.all(heldKinds.map(async (kind) => await db.table(kind).count())),
    firstDays(db),
  ]);
  return heldKinds.map((kind, index) => {
    const day = since[kind];
    return { kind, count: counts[index]!, since: day === undefined ? null : formatDay(day) };
  });
}

/** The day of the oldest record of each kind: of orders, which are many, by the days that are counted; of the others by looking through. */
async function firstDays(db: LiukeDatabase): Promise<Record<HeldKind, number | undefined>> {
  const [coverage, firstEvent, firstEntry, captures, imports] = await Promise.all([
    db.coverage.toArray(),
    db.events.orderBy('logicalTime').first(),
    db.audit.orderBy('id').first(),
    db.captures.toArray(),
    readImports(db),
  ]);
  const [afterSales, reviews, members, answers, waits, coupons, counters, forgotten, costLists] = await Promise.all([
    earliest(db.afterSales, ({ appliedAt, seenAt }) => appliedAt ?? seenAt),
    earliest(db.reviews, ({ ratedAt, seenAt }) => ratedAt ?? seenAt),
    earliest(db.members, ({ seenAt }) => seenAt),
    earliest(db.answers, ({ sentAt }) => sentAt),
    earliest(db.waits, ({ since }) => since),
    earliest(db.coupons, ({ seenAt }) => seenAt),
    earliest(db.counters, ({ seenAt }) => seenAt),
    earliest(db.forgotten, ({ at }) => at),
    earliest(db.events.where('kind').equals('costsTaken'), ({ at }) => at),
  ]);
  const orders = least(coverage.flatMap(({ ordersByDay }) => Object.keys(ordersByDay).map(Number)));
  return {
    orders,
    // A customer is there since the first record that names one.
    customers: least([orders, afterSales, reviews, members, waits].filter((day) => day !== undefined)),
    afterSales,
    reviews,
    members,
    answers,
    waits,
    coupons,
    costLists,
    counters,
    forgotten,
    events: firstEvent && dayOf(firstEvent.at),
    captures: least(captures.map(({ day }) => day)),
    undoSteps: least(imports.map(({ startedAt }) => dayOf(startedAt))),
    audit: firstEntry && dayOf(firstEntry.at),
  };
}

interface Rows<Row> {
  each(see: (row: Row) => void): PromiseLike<unknown>;
}

/** @returns the Shanghai day of the oldest; one row is in memory at a time */
async function earliest<Row>(rows: Rows<Row>, atMsOf: (row: Row) => number): Promise<number | undefined> {
  let first = Infinity;
  await rows.each((row) => {
    first = Math.min(first, atMsOf(row));
  });
  return first === Infinity ? undefined : dayOf(first);
}

function least(days: readonly number[]): number | undefined {
  return days.reduce<number | undefined>((min, day) => (min === undefined || day < min ? day : min), undefined);
}

/** How much there is of one customer, by every id that links give them; or of one masked order, by the id of its record. */
export async function readHeldOf(
  db: LiukeDatabase,
  customerId: string,
): Promise<Record<'orders' | 'afterSales' | 'reviews' | 'events', number>> {
  const { parties, customerId: now } = await readLinkedCustomer(db, customerId);
  const ids = [...new Set([now, ...parties])];
  const masked = ids.filter(isOrderParty);
  const counted = await db.orders.where('customerId').anyOf(ids).primaryKeys();
  const orderIds = [...new Set([...masked, ...counted])];
  const [afterSales, reviews, events] = await Promise.all([
    db.afterSales.where('orderRecordId').anyOf(orderIds).count(),
    db.reviews.where('orderRecordId').anyOf(orderIds).count(),
    db.events.where('customerId').anyOf(ids).count(),
  ]);
  return { orders: orderIds.length, afterSales, reviews, events };
}
