/** What an order comes to on its own page: by the labels, and held against goods, discounts, freight and lines. */
import type { OrderItem, OrderStatus } from '../../model/order.ts';
import type { Fen } from '../../model/money.ts';
import { amountsIn } from '../reading/amounts.ts';
import { isAmount } from '../reading/limits.ts';
import { ReadError } from '../reading/read-error.ts';
import * as labels from './detail-labels.ts';
import { amountOf, type OrderScope } from './labelled-values.ts';

const FREIGHT_WORD = /运费(?!险|优惠|券)|快递费/;

/**
 * The amount of the order with its freight.
 * @throws ReadError when the page shows amounts and does not say which is the order's, or its figures do not add up
 */
export function readDetailAmounts(
  scope: OrderScope,
  items: readonly OrderItem[],
  status: OrderStatus,
): { amountFen: Fen | null; freightFen: Fen | null; discountFen?: Fen } {
  const amountFen = amountOf(scope, labels.amountLabels, 'amount');
  const freightFen = amountOf(scope, labels.freightLabels, 'freight');
  const goodsFen = amountOf(scope, labels.goodsLabels, 'goods total');
  if (freightFen === null && scope.lines.some((line) => FREIGHT_WORD.test(line) && /[¥￥]|\d\.\d{2}/.test(line)))
    throw new ReadError('freight');
  if (amountFen === null && (goodsFen !== null || amountsIn(scope.root, scope.without).length > 0))
    throw new ReadError('amount');
  const discounts = discountsIn(scope);
  if (goodsFen !== null) holdAgainstLines(goodsFen, items, discounts);
  // An order that nobody paid may say that nothing is due.
  const isUnpaidZero = amountFen === 0 && (status === 'unpaid' || status === 'cancelled');
  const canAddUp = goodsFen !== null && amountFen !== null && freightFen !== null && !isUnpaidZero;
  const takenOff = canAddUp ? discounts.find((each) => goodsFen + freightFen - each === amountFen) : discounts[0];
  if (takenOff === undefined) throw new ReadError('amount (not the sum)');
  return { amountFen, freightFen, ...(takenOff > 0 && isAmount(takenOff) ? { discountFen: takenOff } : {}) };
}

/** What may have been taken off: the one figure for all of it, or else the sum of its parts; 0 where neither is shown. */
function discountsIn(scope: OrderScope): Fen[] {
  const total = amountOf(scope, labels.discountLabels, 'discount');
  const parts = labels.discountPartLabels.flatMap((label) => {
    const part = amountOf(scope, [label], 'discount');
    return part === null ? [] : [part];
  });
  const sum = parts.reduce((all, part) => all + part, 0);
  if (total === null) return [sum];
  return parts.length === 0 ? [total] : [total, total + sum];
}

/** The lines make the goods, at full prices or at those after discounts. */
function holdAgainstLines(goodsFen: Fen, items: readonly OrderItem[], discounts: readonly Fen[]): void {
  if (items.some(({ unitPriceFen }) => unitPriceFen === null)) return;
  const lines = items.reduce((sum, { unitPriceFen, quantity }) => sum + unitPriceFen! * quantity, 0);
  if (lines !== goodsFen && !discounts.some((discount) => lines === goodsFen - discount))
    throw new ReadError('order lines (not the goods total)');
}
