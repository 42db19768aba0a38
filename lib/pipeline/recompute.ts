/**
 * From changed orders to the columns: works off the list of dirty customers in slices; may be stopped between any two. Only the
 * rows of these customers are made anew and laid over the stored columns.
 */
import { encodeLedger } from '../insight/ledger/ledger-bytes.ts';
import { ledgerOf } from '../insight/ledger/ledger.ts';
import { readLedgerRows } from '../views/customers/ledger-rows.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { firstDirty } from '../store/dirty-lists.ts';
import { holdsAny } from '../store/first-keys.ts';
import { raiseMark } from './columns.ts';
import { hasOutgrownBenchmarks, refreshBenchmarks } from './refresh-benchmarks.ts';

const SLICE = 200;

/** Brings the columns up to date with the orders. Safe to call at any time, also twice at once. */
export async function recomputeDirty(db: LiukeDatabase, now: number): Promise<void> {
  const shopIds = new Set<string>();
  // With a page that says nothing new nobody waits for the tables to be free for writing.
  while (await holdsAny(db.dirtyLists)) for (const shopId of await recomputeSlice(db)) shopIds.add(shopId);
  for (const shopId of shopIds) {
    if (await hasOutgrownBenchmarks(db, shopId)) await refreshBenchmarks(db, shopId, now);
  }
}

/** @returns the shops whose columns it brought on */
async function recomputeSlice(db: LiukeDatabase): Promise<Iterable<string>> {
  const tables = [db.dirtyLists, db.orders, db.events, db.patchLists, db.customers, db.linkedParties, db.meta];
  return await db.transaction('rw', tables, async () => {
    const lists = await firstDirty(db.dirtyLists, SLICE);
    if (lists.length === 0) return [];
    const shopOf = new Map(lists.flatMap(({ shopId, customerIds }) => customerIds.map((id) => [id, shopId] as const)));
    const customerIds = [...shopOf.keys()];
    const [rows, linked] = await Promise.all([readLedgerRows(db, customerIds), db.linkedParties.bulkGet(customerIds)]);
    const ofShops = Map.groupBy(rows.values(), ({ customerId }) => shopOf.get(customerId)!);
    const patches = Array.from(ofShops, ([shopId, theirs]) => ({
      shopId,
      customers: theirs.length,
      bytes: encodeLedger(ledgerOf(theirs)),
    }));
    const isGone = (customerId: string) => rows.get(customerId)!.history.orderCount === 0;
    // Whose orders count as another's by a link is still known by their own name.
    const gone = customerIds.filter((id, index) => isGone(id) && !linked[index]);
    await Promise.all([
      db.patchLists.bulkAdd(patches),
      db.customers.bulkDelete(gone),
      db.dirtyLists.bulkDelete(lists.map(({ sequence }) => sequence)),
      raiseMark(db, 'columnsPatched'),
    ]);
    return ofShops.keys();
  });
}
