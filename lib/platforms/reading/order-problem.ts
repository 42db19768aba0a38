/**
 * The border of the store, held against an order before it leaves the page. It is in every page of a seller and so written
 * out: the schema behind it (`model/order.ts`) stays with the background, and a test keeps the two at one.
 */
import type { Order, OrderItem } from '../../model/order.ts';
import { buyerProblem, isAmount, isInstant, isOrderId, isText, isWhole } from './limits.ts';

/** Where a value is that the store would refuse, such as `amountFen` or `items 0 title`; null when every value is good. */
export function orderProblem(order: Order): string | null {
  const { orderId, placedAt, paidAt, amountFen, freightFen, buyer, items } = order;
  if (!isOrderId(orderId)) return 'orderId';
  if (!isInstant(placedAt)) return 'placedAt';
  if (paidAt !== null && !isInstant(paidAt)) return 'paidAt';
  if (!isAmount(amountFen)) return 'amountFen';
  if (!isAmount(freightFen)) return 'freightFen';
  return buyerProblem(buyer) ?? itemsProblem(items);
}

function itemsProblem(items: readonly OrderItem[]): string | null {
  for (const [index, item] of items.entries()) {
    const problem = itemProblem(item);
    if (problem !== null) return `items ${index} ${problem}`;
  }
  return items.length > 500 ? 'items' : null;
}

function itemProblem({ title, quantity, unitPriceFen, skuId }: OrderItem): string | null {
  if (!isText(title, 500)) return 'title';
  if (!isWhole(quantity, 1, 1_000_000)) return 'quantity';
  if (!isAmount(unitPriceFen)) return 'unitPriceFen';
  return skuId !== null && skuId.length > 40 ? 'skuId' : null;
}
