/**
 * All customers of a shop as one ledger: the stored columns with the patches laid over them. What was decoded is kept in memory
 * until the store says that it changed, or was opened anew.
 */
import { decodeLedger } from '../../insight/ledger/ledger-bytes.ts';
import type { Ledger } from '../../insight/ledger/ledger.ts';
import { concat, latest, overlay } from '../../insight/ledger/merge.ts';
import type { LiukeDatabase } from '../../store/database.ts';

/** Shops whose columns are kept in memory, some tens of megabytes for a large one. */
const KEPT_SHOPS = 2;

interface Kept {
  /** Changes with the chunks. */
  base: string;
  chunks: Ledger;
  /** Changes with chunks or patches. */
  stamp: string;
  whole: Ledger;
}

const kept = new Map<string, Kept>();

/** The generation of columns in use. */
export async function readGeneration(db: LiukeDatabase): Promise<number> {
  return Number((await db.meta.get('columnsGeneration'))?.value ?? 0);
}

/**
 * @returns the same object as long as nothing changed
 * @throws DamagedLedgerError when stored bytes are not what was written
 */
export async function readLedger(db: LiukeDatabase, shopId: string): Promise<Ledger> {
  const key = `${db.name}|${shopId}`;
  return await db.transaction('r', [db.meta, db.columns, db.patchLists], async () => {
    const [generation, baseMark, patchMark] = await Promise.all([
      readGeneration(db),
      db.meta.get('columnsBase'),
      db.meta.get('columnsPatched'),
    ]);
    const base = `${db.openings}.${generation}.${baseMark?.value ?? 0}`;
    const stamp = `${base}.${patchMark?.value ?? 0}`;
    const known = kept.get(key);
    if (known?.stamp === stamp) return known.whole;
    const chunks = known?.base === base ? known.chunks : await readChunks(db, generation, shopId);
    const patches = await db.patchLists.where('shopId').equals(shopId).toArray();
    const whole = overlay(chunks, latest(patches.map(({ bytes }) => decodeLedger(bytes))));
    kept.delete(key);
    kept.set(key, { base, chunks, stamp, whole });
    if (kept.size > KEPT_SHOPS) kept.delete(kept.keys().next().value!);
    return whole;
  });
}

async function readChunks(db: LiukeDatabase, generation: number, shopId: string): Promise<Ledger> {
  const chunks = await db.columns.where('[generation+shopId]').equals([generation, shopId]).sortBy('id');
  return concat(chunks.map(({ bytes }) => decodeLedger(bytes)));
}
