/**
 * From changed orders to the columns: works off the list of dirty customers in slices; may be stopped between any two. Only the
 * rows of these customers are made anew and laid over the stored columns.
 */
import { encodeLedger } from '../insight/ledger/ledger-bytes.ts';
import { ledgerOf } from '../insight/ledger/ledger.ts';
import { readLedgerRows } from '../views/customers/ledger-rows.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { holdsAny } from '../store/first-keys.ts';
import { raiseMark } from './columns.ts';
import { hasOutgrownBenchmarks, refreshBenchmarks } from './refresh-benchmarks.ts';

const SLICE = 200;

/** Brings the columns up to date with the orders. Safe to call at any time, also twice at once. */
export async function recomputeDirty(db: LiukeDatabase, now: number): Promise<void> {
  // With a page that says nothing new nobody waits for the tables to be free for writing.
  if (!(await holdsAny(db.dirty))) return;
  const shopIds = new Set<string>();
  const tables = [db.dirty, db.orders, db.events, db.columnPatches, db.customers, db.linkedParties, db.meta];
  for (;;) {
    const done = await db.transaction('rw', tables, async () => {
      const dirty = await db.dirty.limit(SLICE).toArray();
      const customerIds = dirty.map(({ customerId }) => customerId);
      const rows = await readLedgerRows(db, customerIds);
      await db.columnPatches.bulkPut(
        dirty.map(({ customerId, shopId }) => ({
          customerId,
          shopId,
          bytes: encodeLedger(ledgerOf([rows.get(customerId)!])),
        })),
      );
      const linked = await db.linkedParties.bulkGet(customerIds);
      const isGone = (customerId: string) => rows.get(customerId)!.history.orderCount === 0;
      // Whose orders count as another's by a link is still known by their own name.
      await db.customers.bulkDelete(customerIds.filter((id, index) => isGone(id) && !linked[index]));
      await db.dirty.bulkDelete(customerIds);
      if (dirty.length > 0) await raiseMark(db, 'columnsPatched');
      for (const { shopId } of dirty) shopIds.add(shopId);
      return dirty.length < SLICE;
    });
    if (done) break;
  }
  for (const shopId of shopIds) {
    if (await hasOutgrownBenchmarks(db, shopId)) await refreshBenchmarks(db, shopId, now);
  }
}
