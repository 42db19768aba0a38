/** What an order of the JD list comes to. Columns of a card have a `prop`; one that the seller switched off is not there. */
import type { OrderItem } from '../../model/order.ts';
import { agreedAmount, amountsIn, certainAmounts, type LabelledAmount } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { elementsReading, linesOf } from '../reading/text.ts';

const AMOUNT_LABELS = new Set('应收 商家应收 应收金额 实收 实收款 实付 实付款 应付 应付金额 订单金额'.split(' '));
const FREIGHT_LABELS = new Set(['运费', '快递费', '运费金额']);
const FREIGHT_LINE = /(?:^|[\s\d])(?:运费|快递费|运费金额)\s*[:：]?\s*[¥￥]\s*[\d,.]+$/;
const labels = [...AMOUNT_LABELS, ...FREIGHT_LABELS];

export interface CardAmounts {
  amountFen: number | null;
  freightFen: number | null;
}

/** The amount column; where columns have no names, amounts by their label, by the freight they stand with, or by the sum they make. */
export function readAmounts(card: Element, items: readonly OrderItem[], asides: ReadonlySet<Element>): CardAmounts {
  const column = card.querySelector('[prop="receivables"]');
  const all = column ? certainAmounts(column, 'amount', asides) : amountsIn(card, asides);
  const freightFen = agreedAmount(all.filter(isFreight), 'freight');
  if (all.some(({ label }) => /运费(?!险)/.test(label) && !FREIGHT_LABELS.has(label))) throw new ReadError('freight');
  const labelled = all.filter(({ label }) => AMOUNT_LABELS.has(label) || (column !== null && label === ''));
  if (!column && card.querySelector('[prop]')) {
    if (labelled.length > 0 || freightFen !== null) throw new ReadError('amount');
    return { amountFen: null, freightFen: null };
  }
  if (column || labelled.length > 0) {
    const amountFen = agreedAmount(labelled, 'amount');
    if (amountFen === null && !(column && saysNone(column, asides))) throw new ReadError('amount');
    return { amountFen, freightFen };
  }
  const beside = agreedAmount(amountsBesideFreight(card, asides), 'amount');
  if (beside !== null) return { amountFen: beside, freightFen };
  const rest = all.filter((amount) => !isFreight(amount));
  const goods = items.reduce((sum, item) => sum + (item.unitPriceFen ?? NaN) * item.quantity, 0);
  if (rest.some(({ isBare, fen }) => !isBare || (fen !== goods && fen !== goods + (freightFen ?? 0)))) {
    throw new ReadError('amount (without a label)');
  }
  const hasLabel = linesOf(card, { without: asides }).some((line) => labels.some((label) => line.startsWith(label)));
  if (rest.length === 0 && hasLabel) throw new ReadError('amount');
  return { amountFen: agreedAmount(rest, 'amount'), freightFen };
}

/** The column is there and says that nothing is due: an order cancelled before its payment has no figure. */
function saysNone(column: Element, asides: ReadonlySet<Element>): boolean {
  return /^[-—–]{1,2}$/.test(linesOf(column, { without: asides })[0] ?? '');
}

function isFreight({ label }: LabelledAmount): boolean {
  return FREIGHT_LABELS.has(label);
}

/** The freight stands below the amount, in one cell with it. */
function amountsBesideFreight(card: Element, asides: ReadonlySet<Element>): LabelledAmount[] {
  const freight = elementsReading(card, FREIGHT_LINE, { maxLength: 40, without: asides, sign: /[¥￥]/ })[0];
  for (let cell = freight ?? null; cell !== null && cell !== card; cell = cell.parentElement) {
    if (holdsAny(cell, asides)) return [];
    const others = certainAmounts(cell, 'amount').filter((amount) => !isFreight(amount));
    if (others.length > 0) return others;
  }
  return [];
}

function holdsAny(element: Element, others: ReadonlySet<Element>): boolean {
  return [...others].some((other) => element.contains(other));
}
