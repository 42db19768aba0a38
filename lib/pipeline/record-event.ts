/** Writing down what a person did. Events are only ever added. */
import { nextLogicalTime, type Contact, type SavedSegment, type ShopSettings } from '../model/event.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';

/** A contact was made (text copied or filled). @returns the event's id, for an undo */
export async function recordContact(db: LiukeDatabase, contact: Contact, now: number): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'contact', contact, customerId: contact.customerId }));
}

/** A customer asked for quiet, or no longer does. */
export async function recordDoNotDisturb(
  db: LiukeDatabase,
  { customerId, isOn }: { customerId: string; isOn: boolean },
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'doNotDisturb', customerId, isOn }));
}

/** The shop's own thresholds, category and horizon, all of them: the newest event holds. */
export async function recordShopSettings(
  db: LiukeDatabase,
  { shopId, settings }: { shopId: string; settings: ShopSettings },
  now: number,
): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'shopSettings', shopId, settings }));
}

/** Saves a segment, or changes the one of the same id. */
export async function recordSegment(db: LiukeDatabase, segment: SavedSegment, now: number): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'segmentSaved', segment }));
}

export async function recordSegmentRemoval(db: LiukeDatabase, segmentId: string, now: number): Promise<string> {
  return await append(db, now, (stamp) => ({ ...stamp, kind: 'segmentRemoved', segmentId }));
}

/** Takes an earlier event back, by a further event. Undoing twice is the same as once. */
export async function undoEvent(db: LiukeDatabase, eventId: string, now: number): Promise<string> {
  const undone = await db.events.get(eventId);
  return await append(db, now, (stamp) => ({
    ...stamp,
    kind: 'undo',
    eventId,
    ...(undone?.customerId ? { customerId: undone.customerId } : {}),
  }));
}

interface Stamp {
  id: string;
  device: string;
  at: number;
  logicalTime: string;
}

async function append(db: LiukeDatabase, now: number, eventOf: (stamp: Stamp) => EventRecord): Promise<string> {
  return await db.transaction('rw', [db.events, db.meta, db.dirty, db.customers], async () => {
    const device = String((await db.meta.get('device'))?.value ?? crypto.randomUUID().slice(0, 8));
    const previous = await db.meta.get('logicalTime');
    const logicalTime = nextLogicalTime(previous ? String(previous.value) : null, now, device);
    const event = eventOf({ id: crypto.randomUUID(), device, at: now, logicalTime });
    await db.meta.bulkPut([
      { name: 'device', value: device },
      { name: 'logicalTime', value: logicalTime },
    ]);
    await db.events.add(event);
    if (event.customerId !== undefined) await markDirty(db, event.customerId);
    return event.id;
  });
}

/** What was noted about a customer stands in the columns too. */
async function markDirty(db: LiukeDatabase, customerId: string): Promise<void> {
  const customer = await db.customers.get(customerId);
  if (customer) await db.dirty.put({ customerId, shopId: customer.shopId });
}
