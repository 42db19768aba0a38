/**
 * What is older than it is kept goes, slice by slice, once a week and whenever the terms were changed. A stopped worker goes on where it
 * was: the orders, which are many, from the last slice; the rest from its beginning, for what is gone is gone.
 */
import { partyOf } from '../../model/link.ts';
import { retentionKinds, type Retention } from '../../model/retention.ts';
import { DAY_MS } from '../../model/shanghai-time.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { markDirty } from '../../store/dirty-lists.ts';
import type { ExpireJobRecord, ExpiredMetaRecord } from '../../store/privacy-records.ts';
import type { OrderRecord } from '../../store/records.ts';
import { readImports } from '../../views/data/imports.ts';
import { readRetention } from '../../views/data/retention.ts';
import type { When } from '../../model/command.ts';
import { append, eventTables } from '../append-event.ts';
import { appendAudit, auditOf } from '../append-audit.ts';
import { tellingsId } from '../import/tellings.ts';
import { dismissImport } from '../import/import-job.ts';
import { followLinks } from '../put-orders.ts';
import { regroup, regroupTables } from '../regroup.ts';
import { breathe } from '../run-steps.ts';
import { Expiry, expiredEvents } from './expired.ts';
import { addCounts, removeOrders } from './remove-orders.ts';

const EVERY_DAYS = 7;
/** Whoever was away for longer, or whose clock ran so far ahead, gets a day until anything goes. */
const LONG_AWAY_DAYS = 60;
const SLICE = 2_000;

/** Chooses how long records are kept, and has what is older go soon. @returns the event's id */
export async function setRetention(db: LiukeDatabase, retention: Retention, when: When): Promise<string> {
  return await db.transaction('rw', [...eventTables(db), db.audit], async () => {
    const done = await auditOf(db, when);
    const before = await readRetention(db);
    const eventId = await append(db, when, (stamp) => ({ ...stamp, kind: 'retentionSet', retention }));
    if (done) return eventId;
    const changed = retentionKinds.filter((kind) => before[kind] !== retention[kind]);
    const counts = Object.fromEntries(changed.map((kind) => [kind, retention[kind]]));
    await appendAudit(db, when, { kind: 'retentionSet', counts });
    await db.meta.delete('expiredAt');
    return eventId;
  });
}

/** Safe to call at any time; does nothing while nothing is due. @param sliceOrders how many orders are looked at in one go */
export async function expire(db: LiukeDatabase, now: number, sliceOrders = SLICE): Promise<void> {
  if (!(await runUnderWay(db)) && !(await beginWhenDue(db, now))) return;
  const retention = await readRetention(db);
  const expiry = new Expiry(retention, now);
  while (await expireOrders(db, expiry, sliceOrders)) await breathe();
  await expireRows(db, db.afterSales, 'afterSales', expiry.ofCase);
  await expireRows(db, db.reviews, 'reviews', expiry.ofReview);
  await expireRows(db, db.captures, 'captures', expiry.ofCapture);
  await expireMembers(db, expiry);
  await expireContacts(db, expiry, now);
  await expireImports(db, expiry);
  await db.transaction('rw', [db.jobs, db.audit, db.events, db.meta], async () => {
    const job = await runUnderWay(db);
    if (!job) return;
    await db.jobs.delete('expire');
    // Of terms that were changed meanwhile the next run is to know.
    if (JSON.stringify(retention) !== JSON.stringify(await readRetention(db))) await db.meta.delete('expiredAt');
    if (Object.keys(job.counts).length > 0) await appendAudit(db, now, { kind: 'expired', counts: job.counts });
  });
}

async function runUnderWay(db: LiukeDatabase): Promise<ExpireJobRecord | undefined> {
  return (await db.jobs.get('expire')) as ExpireJobRecord | undefined;
}

async function beginWhenDue(db: LiukeDatabase, now: number): Promise<boolean> {
  return await db.transaction('rw', [db.jobs, db.meta], async () => {
    const last = (await db.meta.get('expiredAt')) as ExpiredMetaRecord | undefined;
    // A run of tomorrow was under a clock that was wrong.
    const agoMs = last && last.value <= now ? now - last.value : Infinity;
    if (agoMs < EVERY_DAYS * DAY_MS) return false;
    if (Number.isFinite(agoMs) && agoMs > LONG_AWAY_DAYS * DAY_MS && !last?.isPutOff) {
      // A clock that is wrong is put right soon: no page of a seller opens under it. What went by it would be gone.
      const tomorrow: ExpiredMetaRecord = { name: 'expiredAt', value: now - (EVERY_DAYS - 1) * DAY_MS, isPutOff: true };
      await db.meta.put(tomorrow);
      return false;
    }
    await db.meta.put({ name: 'expiredAt', value: now });
    await db.jobs.put({ id: 'expire', startedAt: now, afterOrderId: '', counts: {} });
    return true;
  });
}

async function noteGone(db: LiukeDatabase, gone: Record<string, number>, afterOrderId?: string): Promise<void> {
  const job = await runUnderWay(db);
  if (!job) return;
  const counts = addCounts(job.counts, gone);
  await db.jobs.put({ ...job, counts, ...(afterOrderId === undefined ? {} : { afterOrderId }) });
}

/** @returns whether there is more to do */
async function expireOrders(db: LiukeDatabase, expiry: Expiry, sliceOrders: number): Promise<boolean> {
  const tables = [...regroupTables(db), db.reviews, db.nameCounts, db.tellings, db.jobs];
  return await db.transaction('rw', tables, async () => {
    const job = await runUnderWay(db);
    if (!job) return false;
    const orders = await db.orders.where('id').above(job.afterOrderId).limit(sliceOrders).toArray();
    const gone = orders.filter(expiry.ofOrder);
    const withoutClues = orders.filter((order) => expiry.ofClues(order) && !expiry.ofOrder(order)).map(cluesForgotten);
    await db.orders.bulkPut(withoutClues);
    if (gone.length > 0) await orderGone(db, gone);
    if (orders.length === 0) return false;
    await noteGone(db, { orders: gone.length, clues: withoutClues.length }, orders.at(-1)!.id);
    return true;
  });
}

function cluesForgotten(order: OrderRecord): OrderRecord {
  const { clues: _, ...rest } = order;
  return rest;
}

async function orderGone(db: LiukeDatabase, gone: readonly OrderRecord[]): Promise<void> {
  await removeOrders(db, gone);
  const reviewed = gone.map(({ id }) => id);
  await followLinks(db, [], { nickMoves: { moves: [], orderRecordIds: [] }, reviewed });
  await regroup(
    db,
    gone.flatMap((order) => [partyOf(order), order.id]),
  );
  await markDirty(
    db.dirtyLists,
    new Map(gone.flatMap(({ customerId, shopId }) => (customerId === null ? [] : [[customerId, shopId]]))),
  );
}

interface Rows<Row> {
  where(index: 'id'): { above(id: string): { limit(count: number): { toArray(): PromiseLike<Row[]> } } };
  bulkDelete(ids: string[]): PromiseLike<unknown>;
}

async function expireRows<Row extends { id: string }>(
  db: LiukeDatabase,
  table: Rows<Row>,
  name: 'afterSales' | 'reviews' | 'captures',
  isOver: (row: Row) => boolean,
): Promise<void> {
  let after: string | undefined = '';
  while (after !== undefined) {
    after = await expireSlice(db, table, { name, after, isOver });
    await breathe();
  }
}

/** @returns the last id that was looked at; undefined for none */
async function expireSlice<Row extends { id: string }>(
  db: LiukeDatabase,
  table: Rows<Row>,
  { name, after, isOver }: { name: string; after: string; isOver: (row: Row) => boolean },
): Promise<string | undefined> {
  return await db.transaction('rw', [db.table(name), db.tellings, db.jobs], async () => {
    const rows = await table.where('id').above(after).limit(SLICE).toArray();
    const gone = rows.filter(isOver).map(({ id }) => id);
    await table.bulkDelete(gone);
    if (name === 'afterSales') await db.tellings.bulkDelete(gone.map((id) => tellingsId('cases', id)));
    if (gone.length > 0) await noteGone(db, { [name]: gone.length });
    return rows.at(-1)?.id;
  });
}

async function expireMembers(db: LiukeDatabase, expiry: Expiry): Promise<void> {
  await db.transaction('rw', [db.members, db.jobs], async () => {
    const members = await db.members.filter(expiry.ofMember).delete();
    if (members > 0) await noteGone(db, { members });
  });
}

/** With the undoes of them, and with what the chat showed after them. */
async function expireContacts(db: LiukeDatabase, expiry: Expiry, now: number): Promise<void> {
  await db.transaction('rw', [db.events, db.answers, db.jobs], async () => {
    const contacts = (await expiredEvents(db, expiry, now)).map(({ id }) => id);
    if (contacts.length === 0) return;
    const gone = new Set(contacts);
    const undoes = await db.events
      .where('kind')
      .equals('undo')
      .filter((event) => event.kind === 'undo' && gone.has(event.eventId))
      .primaryKeys();
    await db.events.bulkDelete([...contacts, ...undoes]);
    await db.answers.bulkDelete(contacts);
    await noteGone(db, { contacts: contacts.length });
  });
}

async function expireImports(db: LiukeDatabase, expiry: Expiry): Promise<void> {
  for (const job of (await readImports(db)).filter(expiry.ofImport)) {
    await dismissImport(db, job.importId);
    await noteGone(db, { undoSteps: 1 });
  }
}
