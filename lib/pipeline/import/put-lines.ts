/** Lines that a file has of orders which pages or other files told of. */
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';
import { joinedItems } from '../joined-items.ts';
import { isUnnamed } from '../resolve-shop.ts';
import { ELSEWHERE, type EntriesPut, type PuttingEntries } from './entries.ts';
import { Tellings } from './tellings.ts';

/** Lines alone are no order: there is no time, no amount, no buyer. */
export const NO_ORDER = 'order (not known yet: import the orders first)';

export async function putLines(db: LiukeDatabase, { lines, job, shop, step }: PuttingEntries): Promise<EntriesPut> {
  const stored = await db.orders.bulkGet(lines.map(({ orderId }) => `${job.platform}:${orderId}`));
  const changed: OrderRecord[] = [];
  const tellings = await Tellings.of(db, 'orders', stored);
  const put: EntriesPut = { fresh: 0, newer: 0, rejects: [], touched: new Map() };
  for (const [index, { items, line }] of lines.entries()) {
    const before = stored[index];
    const isElsewhere = before !== undefined && before.shopId !== shop.shopId && !isUnnamed(before);
    if (!before || isElsewhere) {
      put.rejects.push({ what: before ? ELSEWHERE : NO_ORDER, row: line });
      continue;
    }
    tellings?.hear(before, { fromFile: job.importId, lines: items });
    step.keepOrder(before.id);
    const after = { ...before, items: joinedItems(before.items, items) };
    if (JSON.stringify(after.items) === JSON.stringify(before.items)) continue;
    changed.push({ ...after, fromFile: job.importId });
    put.newer += 1;
    if (before.customerId !== null) put.touched.set(before.customerId, before.shopId);
  }
  await db.orders.bulkPut(changed);
  await tellings?.write(db);
  return put;
}
