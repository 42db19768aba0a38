/**
 * Every record that holds a name, a key or a note is read and written again, slice by slice: so it is sealed once there is a lock, opened once
 * that is to go, and rid of what is sealed when the passphrase is lost. How, the store decides at its border. A slice and how far it went
 * are one transaction, so a stopped worker goes on at the next record. The log of what people did is gone through as well: how an event is
 * written changes, not what it says.
 */
import type { Lock } from '../../model/lock.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { dropLock, putLock, readLock } from '../../store/lock-record.ts';
import type { SealJobRecord } from '../../store/privacy-records.ts';
import { sealedTableNames } from '../../store/sealed-fields.ts';
import { breathe } from '../run-steps.ts';

const SLICE = 500;

export async function newSealJob(db: LiukeDatabase): Promise<SealJobRecord> {
  const counts = await Promise.all(sealedTableNames.map((name) => db.table(name).count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { id: 'seal', table: sealedTableNames[0]!, after: '', done: 0, total };
}

/** Safe to call at any time. What is to be opened waits until somebody unlocks. @returns when nothing is left to do */
export async function sealRecords(db: LiukeDatabase, slice = SLICE): Promise<void> {
  while (await sealSlice(db, slice)) await breathe();
}

/** @returns whether there is more to do */
export async function sealSlice(db: LiukeDatabase, slice = SLICE): Promise<boolean> {
  const job = await sealJob(db);
  if (!job || (db.seal.record?.state === 'opening' && db.seal.isLocked)) return false;
  const table = db.table(job.table);
  const next = await db.transaction('rw', [table, db.jobs, db.meta], async () => {
    const now = await sealJob(db);
    const lock = await readLock(db.meta);
    // Just set or removed, and not yet taken up here: written now, records would be as they were. Whoever set it asks again.
    if (!now || now.table !== job.table || lock?.state !== db.seal.record?.state) return 'notNow';
    const rows: Record<string, unknown>[] = await table.where(':id').above(now.after).limit(slice).toArray();
    await table.bulkPut(rows);
    const last = rows.at(-1)?.[table.schema.primKey.name] as string | undefined;
    const goneOn = last === undefined ? beyond(now) : { ...now, after: last, done: now.done + rows.length };
    if (goneOn) await db.jobs.put(goneOn);
    else await end(db, lock);
    return goneOn;
  });
  if (next !== null) return next !== 'notNow';
  if ((await readLock(db.meta)) === null) await db.lockMemory.write!(null);
  await db.takeLock();
  return false;
}

async function sealJob(db: LiukeDatabase): Promise<SealJobRecord | undefined> {
  return (await db.jobs.get('seal')) as SealJobRecord | undefined;
}

/** At the beginning of the next table; null after the last. */
function beyond(job: SealJobRecord): SealJobRecord | null {
  const table = sealedTableNames[sealedTableNames.indexOf(job.table) + 1];
  return table ? { ...job, table, after: '' } : null;
}

/** In the transaction of the last slice: nothing may be set or removed between the two. */
async function end(db: LiukeDatabase, lock: Lock | null): Promise<void> {
  await db.jobs.delete('seal');
  if (lock?.state === 'sealing') await putLock(db.meta, { ...lock, state: 'on' });
  else if (lock?.state === 'opening' || lock?.state === 'dropping') await dropLock(db.meta);
}
