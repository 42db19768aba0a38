/**
 * A backup back into the store. Records that are there and newer stay, so that a restore may be broken off and run again, and a page
 * seen meanwhile loses nothing. Only into an empty store, or into the one that the backup was made of: customers are known by hashes
 * under a key of the installation, and two keys would make two of every customer.
 */
import { RefusedError } from '../model/refused.ts';
import { withSpan } from '../insight/coverage.ts';
import { eventSchema } from '../model/event.ts';
import { orderSchema } from '../model/order.ts';
import type { RestorePortion } from '../model/restore-schema.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { AfterSaleRecord, CoverageRecord, OrderRecord } from '../store/records.ts';
import { holdsAny } from '../store/first-keys.ts';
import { sourceMeta, sourceTables, type SourceTable } from '../store/source-tables.ts';
import type { JobRecord } from '../store/records.ts';
import { appendAudit } from './append-audit.ts';
import { orderRebuild } from './columns.ts';
import { openCustomerIds } from './customer-id.ts';
import { addCounts } from './forget/remove-orders.ts';
import { withoutForgotten } from './forget/forgotten-in-backup.ts';
import { Tellings } from './import/tellings.ts';
import { recountDays, unseen } from './note-seen.ts';
import { rebuildCustomers } from './rebuild-customers.ts';
import { rebuildLinks } from './rebuild-links.ts';

type RestoreJob = Extract<JobRecord, { id: 'restore' }>;

/** The store belongs to another installation: its customers have other ids. */
export class OtherStoreError extends Error {
  constructor() {
    super('expected an empty store, or the one that this backup was made of, found data of another installation');
    this.name = 'OtherStoreError';
  }
}

/** Those that are under way. */
const endings = new WeakMap<LiukeDatabase, Promise<Record<string, number>>>();

/** What is known by the key: under another one these records would be nobody's. */
const keyed = [
  'orders',
  'customers',
  'afterSales',
  'reviews',
  'members',
  'events',
  'answers',
  'waits',
  'forgotten',
] as const satisfies readonly SourceTable[];

/**
 * Makes the store take the backup's records. Safe to call again.
 * @throws OtherStoreError when the store holds data under another key
 */
export async function beginRestore(db: LiukeDatabase, identitySecret: string): Promise<void> {
  // Of an earlier one: it would end this one, too.
  await endings.get(db)?.catch(() => {});
  await db.transaction('rw', [db.meta, db.jobs, ...keyed.map((name) => db.table(name))], async () => {
    const secret = (await db.meta.get('identitySecret'))?.value;
    if (secret !== identitySecret)
      for (const name of keyed) if (await holdsAny(db.table(name))) throw new OtherStoreError();
    await db.meta.put({ name: 'identitySecret', value: identitySecret });
    await db.jobs.put({ id: 'restore' });
  });
}

/**
 * Whoever was forgotten since the backup was made is not in it for us.
 * @returns how many records were taken; the others are there already, as new or newer
 * @throws Error of a record that is none of this table's, or where no restore is under way: the store is another one since it began
 */
export async function restorePortion(db: LiukeDatabase, { table: name, records }: RestorePortion): Promise<number> {
  const table = sourceTables.find((known) => known === name);
  if (table === undefined)
    throw new RefusedError(
      'restoreUnlike',
      `expected a table of the store, found ${JSON.stringify(name)}: take another backup`,
    );
  const keyName = db.table(table).schema.primKey.name;
  for (const record of records) checkRecord(table, record, keyName);
  const wanted = records.filter((record) => table !== 'meta' || sourceMeta.some((known) => known === record.name));
  const ids = await openCustomerIds(db);
  return await db.transaction('rw', [db.table(table), db.forgotten, db.customers, db.jobs, db.tellings], async () => {
    if (!(await restoreJob(db)))
      throw new RefusedError(
        'restoreGone',
        'expected a restore that is under way, found none: the store was deleted or lost meanwhile; begin again',
      );
    const kept = await withoutForgotten(db, ids, table, wanted);
    const stored = await db.table(table).bulkGet(kept.map((record) => record[keyName] as string));
    const known = stored as (Record<string, unknown> | undefined)[];
    const taken =
      table === 'coverage'
        ? kept.flatMap((record, index) => withCoverage(record, known[index]) ?? [])
        : kept.filter((record, index) => isNewer(record, known[index]));
    await hearTaken(db, table, taken, known);
    await db.table(table).bulkPut(taken);
    await noteProgress(db, table, { taken: taken.length, left: wanted.length - kept.length });
    return taken.length;
  });
}

/** What is newer in the backup stays when an import that is in the store already is taken back: it is told as by a page. */
async function hearTaken(
  db: LiukeDatabase,
  table: SourceTable,
  taken: readonly object[],
  stored: readonly (Record<string, unknown> | undefined)[],
): Promise<void> {
  if (table !== 'orders' && table !== 'afterSales') return;
  const before = new Map(stored.flatMap((record) => (record ? [[String(record['id']), record]] : [])));
  const records = (taken as (OrderRecord & AfterSaleRecord)[]).filter(({ id }) => before.has(id));
  const tellings = await Tellings.of(db, table === 'orders' ? 'orders' : 'cases', records);
  for (const { fromFile: _, ...record } of records) tellings?.hear(before.get(record.id) as typeof record, record);
  await tellings?.write(db);
}

async function noteProgress(
  db: LiukeDatabase,
  table: SourceTable,
  { taken, left }: { taken: number; left: number },
): Promise<void> {
  const job = await restoreJob(db);
  if (!job || taken + left === 0) return;
  await db.jobs.put({
    id: 'restore',
    taken: addCounts(job.taken ?? {}, { [table]: taken }),
    left: addCounts(job.left ?? {}, { [table]: left }),
  });
}

async function restoreJob(db: LiukeDatabase): Promise<RestoreJob | undefined> {
  return (await db.jobs.get('restore')) as RestoreJob | undefined;
}

/**
 * The restore is whole: what is worked out is worked out anew. Asked for again while it runs, it runs once.
 * @returns records of forgotten customers that were left in the backup, by table
 */
export async function endRestore(db: LiukeDatabase, now: number): Promise<Record<string, number>> {
  const ending = endings.get(db) ?? workOut(db, now).finally(() => endings.delete(db));
  endings.set(db, ending);
  return await ending;
}

/** Goes on with one of which all came, and whose end a stopped worker left. */
export async function resumeRestore(db: LiukeDatabase, now: number): Promise<void> {
  if ((await restoreJob(db))?.isEnding) await endRestore(db, now);
}

async function workOut(db: LiukeDatabase, now: number): Promise<Record<string, number>> {
  await db.transaction('rw', db.jobs, async () => {
    const job = await restoreJob(db);
    if (job) await db.jobs.put({ ...job, isEnding: true });
  });
  await rebuildCustomers(db, await openCustomerIds(db));
  await rebuildLinks(db);
  await recountDays(db);
  await orderRebuild(db);
  return await db.transaction(
    'rw',
    [db.jobs, db.benchmarks, db.articlePairs, db.mendedTroubles, db.shopModels, db.dirtyLists, db.meta, db.audit],
    async () => {
      await db.meta.delete('workOrderShelf');
      for (const derived of [db.benchmarks, db.articlePairs, db.mendedTroubles, db.shopModels, db.dirtyLists])
        await derived.clear();
      const job = await restoreJob(db);
      if (!job) return {};
      await appendAudit(db, now, { kind: 'restored', counts: job.taken ?? {} });
      await db.jobs.delete('restore');
      return job.left ?? {};
    },
  );
}

/**
 * What was seen of a shop's days adds up: pages may have been opened between two halves of a restore.
 * @returns null when the store knows all of it
 */
function withCoverage(record: object, stored: object | undefined): object | null {
  const saved: CoverageRecord = { ...unseen(''), ...record };
  if (!stored) return saved;
  const known = stored as CoverageRecord;
  const withSaved = ({ spans, asOfDay }: Pick<CoverageRecord, 'spans' | 'asOfDay'>) => ({
    spans: saved.spans.reduce((all, span) => withSpan(all, span), spans),
    asOfDay: Math.max(saved.asOfDay, asOfDay),
  });
  const { withoutImports } = known;
  const both = { ...known, ...withSaved(known), ...(withoutImports && { withoutImports: withSaved(withoutImports) }) };
  return JSON.stringify(both) === JSON.stringify(known) ? null : both;
}

function isNewer(record: Record<string, unknown>, stored: Record<string, unknown> | undefined): boolean {
  if (stored === undefined) return true;
  return typeof record.seenAt === 'number' && typeof stored.seenAt === 'number' && record.seenAt > stored.seenAt;
}

/** A backup can only be written with its passphrase; it is held against the store's form all the same. */
function checkRecord(table: SourceTable, record: Record<string, unknown>, keyName: string): void {
  const key = record[keyName];
  const isKeyed = typeof key === 'string' && key.length > 0 && key.length <= 200;
  const checked =
    table === 'orders' ? orderSchema.safeParse(record) : table === 'events' ? eventSchema.safeParse(record) : null;
  if (isKeyed && checked?.success !== false) return;
  const where = checked?.error?.issues[0]?.path.join('.') ?? keyName;
  throw new RefusedError(
    'restoreUnlike',
    `expected a record of ${table}, found one that is not as it should be at ${where}: take another backup`,
  );
}
