/** Makes the packs of names that are missing, slice by slice, while the lock is open. */
import type { LiukeDatabase } from '../../store/database.ts';
import { namePackIdOf, namePackIds, type NamePackRecord } from '../../store/name-packs.ts';
import { breathe } from '../run-steps.ts';

/** Fewer customers are opened one by one in no time. */
const WORTH_PACKING = 5_000;
/** Of 300,000 customers, some hundreds each: opened in some milliseconds. */
const SLICE_PACKS = 8;

/**
 * Safe to call at any time; goes on where it was stopped.
 * @param least of fewer customers no packs are made
 */
export async function packNames(db: LiukeDatabase, least = WORTH_PACKING): Promise<void> {
  const { record, isLocked, opening } = db.seal;
  if (record?.state !== 'on' || isLocked || (await db.customers.count()) < least) return;
  const made = new Set(await db.namePacks.toCollection().primaryKeys());
  const missing = namePackIds.filter((id) => !made.has(id));
  for (let at = 0; at < missing.length; at += SLICE_PACKS) {
    await db.transaction('rw', [db.customers, db.namePacks], async () => {
      const packs = await packsOf(db, missing.slice(at, at + SLICE_PACKS));
      // Locked meanwhile, some were read sealed.
      if (db.seal.opening === opening) await db.namePacks.bulkPut(packs);
    });
    if (db.seal.opening !== opening) return;
    await breathe();
  }
}

async function packsOf(db: LiukeDatabase, ids: readonly string[]): Promise<NamePackRecord[]> {
  const place = namePackIds.indexOf(ids[0]!);
  const until = namePackIds[place + ids.length] ?? '\uffff';
  const byId = db.customers.where('customerId');
  // Together at first; later there and here one is missing.
  const isRun = ids.at(-1) === namePackIds[place + ids.length - 1];
  const customers = await (isRun ? byId.between(ids[0], until) : byId.startsWithAnyOf([...ids])).toArray();
  const grouped = Map.groupBy(customers, ({ customerId }) => namePackIdOf(customerId));
  return ids.map((id) => {
    const theirs = grouped.get(id) ?? [];
    return {
      id,
      customerIds: theirs.map(({ customerId }) => customerId),
      names: JSON.stringify(theirs.map(({ searchName }) => searchName)),
    };
  });
}
