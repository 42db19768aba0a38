/** The lines of an order, as a page or a file of orders tells them and as a file of lines does. */
import type { OrderItem } from '../model/order.ts';

/**
 * What was known of the lines stays: pages show what became of each, files of lines do not. Gaps are filled from the file; of an order
 * with fewer lines than the file has it is the file's that count, with what is known of those that both have.
 */
export function joinedItems(known: readonly OrderItem[], ofFile: readonly OrderItem[]): OrderItem[] {
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
