/** What the store holds, table by table: how much, since when. */
import { isOrderParty } from '../../model/link.ts';
import { dayOf, formatDay } from '../../model/shanghai-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
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
  const [counts, coverage, firstEvent, captures, firstEntry] = await Promise.all([
    Promise.all(heldKinds.map(async (kind) => await db.table(kind).count())),
    db.coverage.toArray(),
    db.events.orderBy('logicalTime').first(),
    db.captures.toArray(),
    db.audit.orderBy('id').first(),
  ]);
  const orderDays = coverage.flatMap(({ ordersByDay }) => Object.keys(ordersByDay).map(Number));
  const firstDays: Partial<Record<HeldKind, number | undefined>> = {
    orders: least(orderDays),
    events: firstEvent && dayOf(firstEvent.at),
    captures: least(captures.map(({ day }) => day)),
    audit: firstEntry && dayOf(firstEntry.at),
  };
  return heldKinds.map((kind, index) => {
    const day = firstDays[kind];
    return { kind, count: counts[index]!, since: day === undefined ? null : formatDay(day) };
  });
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
