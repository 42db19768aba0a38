/** Lines that a file has of orders which pages or other files told of. */
import type { OrderItem } from '../../model/order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import type { OrderRecord } from '../../store/records.ts';
import { isUnnamed } from '../resolve-shop.ts';
import { ELSEWHERE, type EntriesPut, type PuttingEntries } from './entries.ts';

/** Lines alone are no order: there is no time, no amount, no buyer. */
export const NO_ORDER = 'order (not known yet: import the orders first)';

export async function putLines(db: LiukeDatabase, { lines, job, shop, step }: PuttingEntries): Promise<EntriesPut> {
  const stored = await db.orders.bulkGet(lines.map(({ orderId }) => `${job.platform}:${orderId}`));
  const changed: OrderRecord[] = [];
  const put: EntriesPut = { fresh: 0, newer: 0, rejects: [], touched: new Map() };
  for (const [index, { items, line }] of lines.entries()) {
    const before = stored[index];
    const isElsewhere = before !== undefined && before.shopId !== shop.shopId && !isUnnamed(before);
    if (!before || isElsewhere) {
      put.rejects.push({ what: before ? ELSEWHERE : NO_ORDER, row: line });
      continue;
    }
    const after = { ...before, items: joinedItems(before.items, items) };
    if (JSON.stringify(after.items) === JSON.stringify(before.items)) continue;
    step.keepOrder(before);
    changed.push({ ...after, fromFile: job.importId });
    put.newer += 1;
    if (before.customerId !== null) put.touched.set(before.customerId, before.shopId);
  }
  await db.orders.bulkPut(changed);
  return put;
}

/**
 * What was known of the lines stays: pages show what became of each, files of lines do not. Gaps are filled from the file; of an order
 * with fewer lines than the file has it is the file's that count, with what is known of those that both have.
 */
function joinedItems(known: readonly OrderItem[], ofFile: readonly OrderItem[]): OrderItem[] {
  const isSame = known.length === ofFile.length && known.every(({ title }, index) => title === ofFile[index]!.title);
  if (isSame)
    return known.map((item, index) => ({ ...item, unitPriceFen: item.unitPriceFen ?? ofFile[index]!.unitPriceFen }));
  if (known.length >= ofFile.length) return [...known];
  const byTitle = new Map(known.map((item) => [item.title, item]));
  return ofFile.map((item) => {
    const before = byTitle.get(item.title);
    return before ? { ...item, skuId: before.skuId, afterSale: before.afterSale } : item;
  });
}
