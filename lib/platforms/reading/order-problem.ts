/**
 * The border of the store, held against an order before it leaves the page. It is in every page of a seller and so written
 * out: the schema behind it (`model/order.ts`) stays with the background, and a test keeps the two at one.
 */
import { MAX_FEN, type Fen } from '../../model/money.ts';
import type { Order, OrderItem } from '../../model/order.ts';

const FIRST_MS = Date.UTC(2003, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);

/** Where a value is that the store would refuse, such as `amountFen` or `items 0 title`; null when every value is good. */
export function orderProblem(order: Order): string | null {
  const { orderId, placedAt, paidAt, amountFen, freightFen, buyer, items } = order;
  if (!/^\d{8,20}$/.test(orderId)) return 'orderId';
  if (!isWhole(placedAt, FIRST_MS, LAST_MS)) return 'placedAt';
  if (paidAt !== null && !isWhole(paidAt, FIRST_MS, LAST_MS)) return 'paidAt';
  if (!isAmount(amountFen)) return 'amountFen';
  if (!isAmount(freightFen)) return 'freightFen';
  return buyerProblem(buyer) ?? itemsProblem(items);
}

function buyerProblem({ display, key, quality }: Order['buyer']): string | null {
  if (display !== null && !isText(display, 100)) return 'buyer display';
  if (key !== null && !isText(key, 100)) return 'buyer key';
  const isStable = quality === 'stable';
  return isStable !== (key !== null) || (quality === 'probable' && display === null) ? 'buyer' : null;
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

function isAmount(fen: Fen | null): boolean {
  return fen === null || isWhole(fen, 0, MAX_FEN);
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function isText(text: string, maxLength: number): boolean {
  return text !== '' && text.length <= maxLength;
}
