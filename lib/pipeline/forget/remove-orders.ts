/** Orders and what names them, out of the store, with all that is counted of them. To be called within a transaction. */
import type { LiukeDatabase } from '../../store/database.ts';
import type { GoneCounts } from '../../store/privacy-records.ts';
import type { OrderRecord } from '../../store/records.ts';
import { addNames } from '../count-names.ts';
import { tellingsId } from '../import/tellings.ts';
import { countOrders } from '../note-seen.ts';

/** Totals shrink by them, day by day. */
export async function removeOrders(db: LiukeDatabase, orders: readonly OrderRecord[]): Promise<void> {
  await db.orders.bulkDelete(orders.map(({ id }) => id));
  await db.tellings.bulkDelete(orders.map(({ id }) => tellingsId('orders', id)));
  await addNames(db, orders, -1);
  await countOrders(db, [], new Map(), orders);
}

export function addCounts(to: GoneCounts, more: GoneCounts): GoneCounts {
  const sum = { ...to };
  for (const [name, count] of Object.entries(more)) if (count > 0) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
