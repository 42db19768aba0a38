/** Several buyers at a glance: the page's list in the panel, and the chips of the overlay. */
import type { LiukeDatabase } from '../../store/database.ts';
import { readingTables } from '../../store/reading-tables.ts';
import { assess, type Assessment } from './assessment.ts';
import { readLedgerRows } from './ledger-rows.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { readShopContext } from '../shops/shop-context.ts';

/**
 * Each is read against their own shop, whatever page they were met on.
 * @returns customer id -> assessment, for those of whom orders are known
 */
export async function readAssessments(
  db: LiukeDatabase,
  customerIds: readonly string[],
  now: number,
): Promise<Map<string, Assessment>> {
  return await db.transaction('r', readingTables(db), async () => await assessmentsOf(db, customerIds, now));
}

async function assessmentsOf(
  db: LiukeDatabase,
  customerIds: readonly string[],
  now: number,
): Promise<Map<string, Assessment>> {
  const idsNow = await readCustomerIdsNow(db, customerIds);
  const ids = [...new Set(idsNow.values())];
  // Of one of whom no order was seen there are no rows to wait for: asked for with the others, they cost less than a question of their own.
  const [customers, rows] = await Promise.all([db.customers.bulkGet(ids), readLedgerRows(db, ids)]);
  const byShop = Map.groupBy(
    customers.filter((customer) => customer !== undefined),
    ({ shopId }) => shopId,
  );
  const ofShops = await Promise.all(
    [...byShop].map(async ([shopId, theirs]) => {
      const assessments = assess(
        theirs.map(({ customerId }) => rows.get(customerId)!),
        await readShopContext(db, shopId, now),
      );
      return theirs.map(({ customerId }, index) => [customerId, assessments[index]!] as const);
    }),
  );
  const assessed = new Map(ofShops.flat());
  return new Map(
    customerIds.flatMap((id) => {
      const assessment = assessed.get(idsNow.get(id)!);
      return assessment ? [[id, assessment] as const] : [];
    }),
  );
}
