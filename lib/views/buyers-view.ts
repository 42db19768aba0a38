/** Several buyers at a glance: the page's list in the panel, and the chips of the overlay. */
import type { LiukeDatabase } from '../store/database.ts';
import { assess, type Assessment } from './assessment.ts';
import { readLedgerRows } from './ledger-rows.ts';
import { readShopContext } from './shop-context.ts';

/**
 * Each is read against their own shop, whatever page they were met on.
 * @returns customer id -> assessment, for those of whom orders are known
 */
export async function readAssessments(
  db: LiukeDatabase,
  customerIds: readonly string[],
  now: number,
): Promise<Map<string, Assessment>> {
  const customers = (await db.customers.bulkGet([...customerIds])).filter((customer) => customer !== undefined);
  const byShop = Map.groupBy(customers, ({ shopId }) => shopId);
  const ofShops = await Promise.all(
    [...byShop].map(async ([shopId, theirs]) => {
      const ids = theirs.map(({ customerId }) => customerId);
      const [rows, context] = await Promise.all([readLedgerRows(db, ids), readShopContext(db, shopId, now)]);
      const assessments = assess([...rows.values()], context);
      return ids.map((id, index) => [id, assessments[index]!] as const);
    }),
  );
  return new Map(ofShops.flat());
}
