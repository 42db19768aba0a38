/**
 * Names to be searched while there is a lock: no index of the store knows them, so all are read once, opened, and kept in memory until the
 * lock is closed.
 */
import type { LiukeDatabase } from '../../store/database.ts';

/** Opened in one go: some tens of milliseconds. */
const PORTION = 1_000;

/** Two lists of equal length. */
export interface OpenedNames {
  searchNames: string[];
  customerIds: string[];
}

interface Kept {
  /** The opening of the lock that they were read under. */
  opening: object;
  /** How many customers there were: a new one is to be found, a nick that was changed is found by the old one until then. */
  count: number;
  names: Promise<OpenedNames>;
}

const keptOf = new WeakMap<LiukeDatabase, Kept>();

/** Of all shops. */
export async function readOpenedNames(db: LiukeDatabase): Promise<OpenedNames> {
  const { opening } = db.seal;
  const count = await db.customers.count();
  const kept = keptOf.get(db);
  if (kept?.opening === opening && kept.count === count) return await kept.names;
  const names = openAll(db);
  keptOf.set(db, { opening, count, names });
  names.catch(() => keptOf.delete(db));
  return await names;
}

async function openAll(db: LiukeDatabase): Promise<OpenedNames> {
  const names: OpenedNames = { searchNames: [], customerIds: [] };
  for (let after = '', isEnd = false; !isEnd;) {
    const rows = await db.customers.where('customerId').above(after).limit(PORTION).toArray();
    for (const { customerId, searchName } of rows) {
      names.searchNames.push(searchName);
      names.customerIds.push(customerId);
    }
    isEnd = rows.length < PORTION;
    after = rows.at(-1)?.customerId ?? after;
  }
  return names;
}
