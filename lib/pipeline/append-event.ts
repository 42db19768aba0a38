/** Adding to the log, under the next logical time. */
import { timeOf, type When } from '../model/command.ts';
import { nextLogicalTime } from '../model/logical-time.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { markDirty } from '../store/dirty-lists.ts';
import { idWithin } from './id-within.ts';

export interface Stamp {
  id: string;
  device: string;
  at: number;
  logicalTime: string;
}

type MakeEvent = (stamp: Stamp) => EventRecord;

/** @returns the event's id, for an undo; of a command that was done already, that of then */
export async function append(db: LiukeDatabase, when: When, eventOf: MakeEvent): Promise<string> {
  const [id] = await appendAll(db, when, [eventOf]);
  return id!;
}

/**
 * All of them or none; what is about somebody forgotten is not kept. A command that was done already adds nothing.
 * @returns their ids, in the same order
 */
export async function appendAll(db: LiukeDatabase, when: When, eventsOf: readonly MakeEvent[]): Promise<string[]> {
  return await db.transaction('rw', eventTables(db), async () => {
    const ids = eventsOf.map((_, index) => idWithin(when, index));
    if (typeof when !== 'number' && (await db.events.bulkGet(ids)).some((event) => event !== undefined)) return ids;
    const device = String((await db.meta.get('device'))?.value ?? crypto.randomUUID().slice(0, 8));
    const previous = await db.meta.get('logicalTime');
    let logicalTime = previous ? String(previous.value) : null;
    const events = eventsOf.map((eventOf, index) => {
      logicalTime = nextLogicalTime(logicalTime, timeOf(when), device);
      return eventOf({ id: ids[index]!, device, at: timeOf(when), logicalTime });
    });
    await db.meta.bulkPut([
      { name: 'device', value: device },
      { name: 'logicalTime', value: logicalTime! },
    ]);
    const kept = await withoutForgotten(db, events);
    await db.events.bulkAdd(kept);
    await markDirty(db.dirtyLists, await customersOf(db, kept));
    return ids;
  });
}

/** The tables of a transaction in which an event is added. */
export function eventTables(db: LiukeDatabase) {
  return [db.events, db.meta, db.dirtyLists, db.customers, db.linkedParties, db.forgotten];
}

async function withoutForgotten(db: LiukeDatabase, events: readonly EventRecord[]): Promise<EventRecord[]> {
  const peopleIn = (event: EventRecord) =>
    [event.customerId ?? [], 'parties' in event ? (event.parties ?? []) : []].flat(2);
  const stones = await db.forgotten.bulkGet([...new Set(events.flatMap(peopleIn))]);
  const forgotten = new Set(stones.map((stone) => stone?.id));
  return events.filter((event) => !peopleIn(event).some((id) => forgotten.has(id)));
}

/**
 * What was noted about a customer stands in the columns too, and in those of the customer that a link makes of them.
 * @returns the shop of each
 */
async function customersOf(db: LiukeDatabase, events: readonly EventRecord[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap(({ customerId }) => customerId ?? []))];
  const [customers, linked] = await Promise.all([db.customers.bulkGet(ids), db.linkedParties.bulkGet(ids)]);
  return new Map(
    customers.flatMap((customer, index) =>
      customer ? [customer.customerId, linked[index]?.customerId ?? []].flat().map((id) => [id, customer.shopId]) : [],
    ),
  );
}
