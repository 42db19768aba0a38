/**
 * The record of an import: which file, how far it is, what it came to. Whoever has the file sends it portion by portion; the record
 * says which were taken, so that a stopped worker, page or browser goes on there, and nothing is counted twice.
 */
import { RefusedError } from '../../model/refused.ts';
import type { ImportStart } from '../../model/import-schema.ts';
import { dayOf } from '../../model/shanghai-time.ts';
import { withSpan } from '../../insight/coverage.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { holdsAny } from '../../store/first-keys.ts';
import type { CoverageRecord, ImportJobRecord, ShopRecord } from '../../store/records.ts';
import { readImports } from '../../views/data/imports.ts';
import { orderRebuild } from '../columns.ts';
import { unseen } from '../note-seen.ts';
import { proveLinks } from '../prove-links.ts';
import { regroup, regroupTables } from '../regroup.ts';
import { openCustomerIds } from '../customer-id.ts';
import { fileHint, formerShopId, newShopId } from '../resolve-shop.ts';

/** A file that changes more than this has the columns built anew at its end, which is faster than customer by customer. */
export const MANY_ENTRIES = 5_000;
const SLICE_REVIEWS = 1_000;

/** @throws RefusedError when there is no such import */
export async function importOf(db: LiukeDatabase, importId: string): Promise<ImportJobRecord> {
  const job = await db.jobs.get(`import|${importId}`);
  if (!job)
    throw new RefusedError('importGone', 'expected an import that is under way, found none: choose the file again');
  return job as ImportJobRecord;
}

/**
 * Makes the record, or finds the one of this file that was stopped: it goes on after its last portion, in the shop it began with.
 * @param now epoch ms
 */
export async function beginImport(db: LiukeDatabase, start: ImportStart, now: number): Promise<ImportJobRecord> {
  const { platform, shop: wanted } = start;
  const former =
    'name' in wanted ? await formerShopId(db, await openCustomerIds(db), platform, [fileHint(wanted.name)]) : null;
  return await db.transaction('rw', [db.jobs, db.shops], async () => {
    const stopped = (await readImports(db)).find(
      ({ file, state }) => file.fingerprint === start.file.fingerprint && state === 'running',
    );
    if (stopped) return stopped;
    const { shop, isMade } = await shopFor(db, start, former);
    const importId = crypto.randomUUID().slice(0, 8);
    const job: ImportJobRecord = {
      id: `import|${importId}`,
      importId,
      file: start.file,
      kind: start.kind,
      platform: start.platform,
      shopId: shop.shopId,
      shopName: shop.name,
      madeShop: isMade,
      state: 'running',
      // A file cannot tell what is still to come.
      seenAt: Math.min(start.writtenAt, now),
      startedAt: now,
      portions: 0,
      rows: 0,
      counts: { fresh: 0, newer: 0, same: 0, refused: 0 },
      refusals: {},
      days: null,
      saysDays: false,
    };
    await db.jobs.put(job);
    return job;
  });
}

async function shopFor(
  db: LiukeDatabase,
  { platform, shop: wanted }: ImportStart,
  formerId: string | null,
): Promise<{ shop: ShopRecord; isMade: boolean }> {
  if ('shopId' in wanted) {
    const shop = await db.shops.get(wanted.shopId);
    if (shop?.platform === platform) return { shop, isMade: false };
    throw new RefusedError(
      'importShop',
      `expected a shop of ${platform}, found none of this id: choose the shop again`,
    );
  }
  const hint = fileHint(wanted.name);
  const known = await db.shops.where('hints').equals(hint).toArray();
  const own = known.find((shop) => shop.platform === platform);
  if (own) return { shop: own, isMade: false };
  const shopId = formerId ?? newShopId(platform);
  const shop: ShopRecord = { shopId, platform, hints: [hint], name: wanted.name };
  await db.shops.add(shop);
  return { shop, isMade: true };
}

/** True when the customers that it touched are brought up to date by a rebuild, not one by one. */
export function isLarge({ counts: { fresh, newer } }: ImportJobRecord, more = 0): boolean {
  return fresh + newer + more > MANY_ENTRIES;
}

/** No more of the file comes, all of it or what is in: what follows from it is worked out. Safe to call again. */
export async function endImport(db: LiukeDatabase, importId: string): Promise<ImportJobRecord> {
  await db.transaction('rw', [db.jobs, db.coverage], async () => {
    const job = await importOf(db, importId);
    if (job.state !== 'running') return;
    await noteDaysOf(db, job);
    await db.jobs.put({ ...job, state: 'ending', saysDays: job.days !== null });
  });
  const job = await importOf(db, importId);
  if (job.state !== 'ending') return job;
  await proveByReviews(db, job.shopId);
  if (isLarge(job)) {
    await orderRebuild(db);
    await db.benchmarks.delete(job.shopId);
    await db.shopModels.delete(job.shopId);
  }
  const done: ImportJobRecord = { ...job, state: 'done' };
  await db.jobs.put(done);
  return done;
}

/** An export of orders has all of its days; after its last order nothing is known. */
async function noteDaysOf(db: LiukeDatabase, job: ImportJobRecord): Promise<void> {
  if (job.days === null) return;
  const before = { ...unseen(job.shopId), ...(await db.coverage.get(job.shopId)) };
  const isFirst = (await othersThatSayDays(db, job)).length === 0;
  const withoutImports = (!isFirst && before.withoutImports) || { spans: before.spans, asOfDay: before.asOfDay };
  await db.coverage.put({ ...before, ...withDaysOf(before, [job]), withoutImports });
}

async function othersThatSayDays(db: LiukeDatabase, job: ImportJobRecord): Promise<ImportJobRecord[]> {
  const jobs = await readImports(db);
  return jobs.filter(
    ({ importId, shopId, saysDays }) => saysDays && shopId === job.shopId && importId !== job.importId,
  );
}

type Days = Pick<CoverageRecord, 'spans' | 'asOfDay'>;

function withDaysOf(before: Days, jobs: readonly ImportJobRecord[]): Days {
  return jobs.reduce<Days>(
    ({ spans, asOfDay }, { days }) =>
      days === null ? { spans, asOfDay } : { spans: withSpan(spans, days), asOfDay: Math.max(asOfDay, days[1]) },
    { spans: before.spans, asOfDay: before.asOfDay },
  );
}

/** The days that this import said are as if they had not been said, but for those that others say, too. Within a transaction. */
export async function takeDaysBack(db: LiukeDatabase, job: ImportJobRecord): Promise<void> {
  const known = await db.coverage.get(job.shopId);
  if (!job.saysDays || !known?.withoutImports) return;
  const others = await othersThatSayDays(db, job);
  const { withoutImports, ...rest } = known;
  const after = { ...rest, ...withDaysOf(withoutImports, others), ...(others.length > 0 && { withoutImports }) };
  if (JSON.stringify(after) === JSON.stringify(unseen(job.shopId))) await db.coverage.delete(job.shopId);
  else await db.coverage.put(after);
}

/** From now on its days are known for good. */
async function keepDaysOf(db: LiukeDatabase, job: ImportJobRecord): Promise<void> {
  const known = await db.coverage.get(job.shopId);
  if (!job.saysDays || !known?.withoutImports) return;
  const { withoutImports, ...rest } = known;
  const isLast = (await othersThatSayDays(db, job)).length === 0;
  await db.coverage.put(isLast ? rest : { ...rest, withoutImports: withDaysOf(withoutImports, [job]) });
}

/** Reviews that were seen before their orders prove links now. There are few of them, whatever the file. */
async function proveByReviews(db: LiukeDatabase, shopId: string): Promise<void> {
  const reviewed = (await db.reviews.where('shopId').equals(shopId).toArray()).map(
    ({ orderRecordId }) => orderRecordId,
  );
  for (let at = 0; at < reviewed.length; at += SLICE_REVIEWS) {
    const ids = reviewed.slice(at, at + SLICE_REVIEWS);
    await db.transaction('rw', [...regroupTables(db), db.reviews], async () => {
      await regroup(db, await proveLinks(db, ids));
    });
  }
}

/** The import is finished with: from now on nothing of it can be taken back. */
export async function dismissImport(db: LiukeDatabase, importId: string): Promise<void> {
  await db.transaction('rw', [db.jobs, db.undoSteps, db.tellings, db.coverage], async () => {
    const job = (await db.jobs.get(`import|${importId}`)) as ImportJobRecord | undefined;
    if (job?.state !== 'done') return;
    await keepDaysOf(db, job);
    await endImportRecord(db, job);
  });
}

/** Its record is gone, and what is kept to take it back; who told what nobody needs to know after the last one. Within a transaction. */
export async function endImportRecord(db: LiukeDatabase, { id, importId }: ImportJobRecord): Promise<void> {
  await db.undoSteps.where('id').startsWith(`${importId}|`).delete();
  await db.jobs.delete(id);
  if (!(await holdsAny(db.jobs.where('id').startsWith('import|')))) await db.tellings.clear();
}

/** The days of these orders, added to those that are known. */
export function withDays(days: ImportJobRecord['days'], placedAt: readonly number[]): ImportJobRecord['days'] {
  if (placedAt.length === 0) return days;
  const [from, to] = [dayOf(Math.min(...placedAt)), dayOf(Math.max(...placedAt))];
  return days === null ? [from, to] : [Math.min(days[0], from), Math.max(days[1], to)];
}
