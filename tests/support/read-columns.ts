/** What the columns of all shops say, customer by customer. */
import { idAt } from '../../lib/insight/ledger/ledger.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { readLedger } from '../../lib/views/shops/shop-ledger.ts';

export interface ColumnsEntry {
  customerId: string;
  shopId: string;
  orderCount: number;
  purchases: { day: number; amountFen: number }[];
  flags: number;
}

export async function readColumns(db: LiukeDatabase): Promise<ColumnsEntry[]> {
  const shopIds = await db.shops.toCollection().primaryKeys();
  const ofShops = await Promise.all(
    shopIds.map(async (shopId) => {
      const ledger = await readLedger(db, shopId);
      return Array.from({ length: ledger.size }, (_, row) => ({
        customerId: idAt(ledger, row),
        shopId,
        orderCount: ledger.orderCounts[row]!,
        purchases: Array.from(ledger.days.subarray(ledger.offsets[row], ledger.offsets[row + 1]), (day, at) => ({
          day,
          amountFen: ledger.amountsFen[ledger.offsets[row]! + at]!,
        })),
        flags: ledger.flags[row]!,
      }));
    }),
  );
  return ofShops.flat().toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
}
