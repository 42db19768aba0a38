/** The events of work orders: of those in use alone, unless one asks for more. */
import { workOrderKinds, workOrdersIn } from '../../service/work-order.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import type { ShelfRecord } from '../../store/shelf-record.ts';
import { eventsOf } from '../../store/events-of.ts';
import { recordsOf } from '../../store/of-keys.ts';
import { readLinkedCustomer } from '../links/linked-customers.ts';

/** `inUse`: open, or closed not long ago. Of a customer also what is put away; `all`: everything. */
export type Reach = 'inUse' | 'all' | { customerId: string };

export interface WorkOrderEvents {
  /** With the undoes that may be about them, and what became of promises that may still be shown. */
  events: EventRecord[];
  /** By shop: how many work orders are put away, and not among these. */
  shelved: Readonly<Record<string, number>>;
}

const kinds: ReadonlySet<EventRecord['kind']> = new Set([...workOrderKinds, 'undo'] as const);

export async function readWorkOrderEvents(db: LiukeDatabase, reach: Reach): Promise<WorkOrderEvents> {
  const shelf = await readShelf(db);
  if (reach === 'all' || !shelf) return { events: await eventsOf(db, ...kinds), shelved: {} };
  const [kept, since, theirs] = await Promise.all([
    db.events.bulkGet(shelf.eventIds),
    db.events.where('logicalTime').above(shelf.value).toArray(),
    reach === 'inUse' ? [] : readEventsOf(db, reach.customerId),
  ]);
  const known = [...kept.filter((event) => event !== undefined), ...since.filter(({ kind }) => kinds.has(kind))];
  const begun = new Set(
    known.flatMap((event) => (event.kind === 'workOrderOpened' ? [event.workOrder.workOrderId] : [])),
  );
  const named = [...known, ...theirs.filter(({ kind }) => kinds.has(kind))].flatMap(
    ({ workOrderId }) => workOrderId ?? [],
  );
  const putAway = new Set(named.filter((id) => !begun.has(id)));
  if (putAway.size === 0) return { events: known, shelved: shelf.shelved };
  return await withPutAway(db, shelf, known, putAway);
}

async function readEventsOf(db: LiukeDatabase, askedFor: string): Promise<EventRecord[]> {
  const { customerId, parties, records } = await readLinkedCustomer(db, askedFor);
  const ids = new Set([customerId, ...parties, ...records.flatMap(({ nickId }) => nickId ?? [])]);
  return await recordsOf(db.events, 'customerId', ids);
}

export async function readShelf(db: LiukeDatabase): Promise<ShelfRecord | undefined> {
  return (await db.meta.get('workOrderShelf')) as ShelfRecord | undefined;
}

/** Somebody went on with one that was put away, or asked for it: it comes with all those that were merged with it. */
async function withPutAway(
  db: LiukeDatabase,
  shelf: ShelfRecord,
  known: readonly EventRecord[],
  wanted: ReadonlySet<string>,
): Promise<WorkOrderEvents> {
  const merges = await db.events.where('kind').equals('workOrderMerged').toArray();
  const ids = new Set(wanted);
  for (let before = -1; before < ids.size;) {
    before = ids.size;
    for (const event of merges) {
      if (event.kind !== 'workOrderMerged' || (!ids.has(event.workOrderId) && !ids.has(event.into))) continue;
      ids.add(event.workOrderId).add(event.into);
    }
  }
  const found = await db.events
    .where('workOrderId')
    .anyOf([...ids])
    .toArray();
  const events = [...new Map([...known, ...found].map((event) => [event.id, event])).values()];
  const shelved = { ...shelf.shelved };
  const inUse = new Set(shelf.eventIds);
  for (const { shopId, mergedInto, history } of workOrdersIn(
    found.filter(({ logicalTime }) => logicalTime <= shelf.value),
  ))
    if (mergedInto === null && !inUse.has(history[0]!.id)) shelved[shopId] = (shelved[shopId] ?? 0) - 1;
  return { events, shelved };
}
