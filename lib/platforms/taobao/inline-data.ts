/**
 * The first page of orders that the old sold list carries inline: `var data = JSON.parse('…')`. Numeric ids in it are already
 * rounded; only the string ones are used.
 */
import { isFields, type Fields } from '../reading/fields.ts';
import { parsedLiterals } from './inline-json.ts';

export interface InlineOrder {
  id: string;
  orderInfo: { createTime: string };
  buyer: { nick?: string | null; id?: number | string | null; encodeId?: string | null };
  payInfo: { actualFee: string; postType?: string | null };
  statusInfo: { text: string };
  subOrders: {
    quantity: number | string;
    priceInfo: { realTotal: string };
    itemInfo: { title: string; skuId?: number | string | null };
    operations?: { text?: string | null }[] | null;
  }[];
}

/** An order of the data, or the name of what is wrong with it. */
export type InlineEntry = InlineOrder | { lost: string };

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => isText(value) || Number.isFinite(value);
const isNone = (value: unknown) => value === undefined || value === null;

/** Each part of an entry by the name under which it is lost, and whether it has the known shape. */
const shape: readonly [name: string, isKnown: (entry: Fields) => boolean][] = [
  ['order id', ({ id }) => typeof id === 'string' && /^\d{15,20}$/.test(id)],
  ['order time', ({ orderInfo }) => isFields(orderInfo) && isText(orderInfo.createTime)],
  [
    'buyer',
    ({ buyer }) =>
      isFields(buyer) &&
      [buyer.nick, buyer.encodeId].every((value) => isNone(value) || isText(value)) &&
      (isNone(buyer.id) || isNumber(buyer.id)),
  ],
  [
    'amount',
    ({ payInfo }) =>
      isFields(payInfo) && isText(payInfo.actualFee) && (isNone(payInfo.postType) || isText(payInfo.postType)),
  ],
  ['order status', ({ statusInfo }) => isFields(statusInfo) && isText(statusInfo.text)],
  ['order lines', ({ subOrders }) => Array.isArray(subOrders) && subOrders.every(isLine)],
];

function isLine(line: unknown): boolean {
  if (!isFields(line)) return false;
  const { quantity, priceInfo, itemInfo, operations } = line;
  return (
    isNumber(quantity) &&
    isFields(priceInfo) &&
    isText(priceInfo.realTotal) &&
    isFields(itemInfo) &&
    isText(itemInfo.title) &&
    (isNone(itemInfo.skuId) || isNumber(itemInfo.skuId)) &&
    (isNone(operations) || (Array.isArray(operations) && operations.every(isOperation)))
  );
}

function isOperation(operation: unknown): boolean {
  return isFields(operation) && (isNone(operation.text) || isText(operation.text));
}

/** The orders of the page's inline data; those that have not the known shape are there as what is wrong with them. */
export function inlineOrders(document: Document): InlineEntry[] {
  for (const data of parsedLiterals(document, 'mainOrders')) {
    if (isFields(data) && Array.isArray(data.mainOrders)) return data.mainOrders.map(entryOf);
  }
  return [];
}

function entryOf(entry: unknown): InlineEntry {
  if (!isFields(entry)) return { lost: 'order' };
  const lost = shape.find(([, isKnown]) => !isKnown(entry));
  return lost ? { lost: lost[0] } : (entry as unknown as InlineOrder);
}
