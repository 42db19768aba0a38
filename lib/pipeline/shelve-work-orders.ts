/** Work orders that were closed long ago are put away, between pages: whoever looks at the clocks goes through those in use alone. */
import { DAY_MS } from '../model/shanghai-time.ts';
import { keepInUse } from '../service/shelf.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { ShelfRecord } from '../store/shelf-record.ts';
import { readPromised } from '../views/service/service-desk.ts';
import { readShelf, readWorkOrderEvents } from '../views/service/work-order-events.ts';

/** From so many events since, or after a day, it is done anew. */
const EVENTS_SINCE = 300;

/** @param now epoch ms */
export async function shelveWorkOrders(db: LiukeDatabase, now: number): Promise<void> {
  const before = await readShelf(db);
  const since = before && (await db.events.where('logicalTime').above(before.value).count());
  if (since !== undefined && (since === 0 || (since < EVENTS_SINCE && now - before!.computedAt < DAY_MS))) return;
  await db.transaction('rw', [db.events, db.meta, db.linkedParties, db.customers], async () => {
    const upTo = await db.meta.get('logicalTime');
    // Nothing was ever noted.
    if (!upTo) return;
    const { events, shelved: still } = await readWorkOrderEvents(db, 'inUse');
    const { eventIds, shelved } = keepInUse([...events, ...(await readPromised(db, now))], now);
    const shopIds = [...new Set([...Object.keys(still), ...Object.keys(shelved)])];
    const shelf: ShelfRecord = {
      name: 'workOrderShelf',
      value: String(upTo.value),
      computedAt: now,
      eventIds,
      shelved: Object.fromEntries(shopIds.map((shopId) => [shopId, (still[shopId] ?? 0) + (shelved[shopId] ?? 0)])),
    };
    await db.meta.put(shelf);
  });
}
