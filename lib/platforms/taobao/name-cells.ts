/**
 * Which cell of an order's row is which: by the caption above it, else by what the cells hold (product link, price, count,
 * known status), and by their order where two prices meet.
 */
import type { ItemAfterSale, OrderStatus } from '../../model/order.ts';
import { amountsIn } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { linesOf, textOf, textPieces } from '../reading/text.ts';
import { columnIndexes, type ColumnName, type Columns } from './columns.ts';
import { taobaoAfterSaleOf, taobaoLineStates, taobaoStatusOf } from './status-labels.ts';

/** Leads to an article as it was when it was sold. */
export const snapshotLink = 'a[href*="tradeSnap"], a[href*="snapShot"], a[href*="tradeID="]';
export const productLink = `${snapshotLink}, a[href*="item.taobao.com"], a[href*="detail.tmall.com"]`;
export const COUNT = /^[x×]?\s*(\d{1,6})\s*件?$/;

/** A row that looks like a line of an order. */
export function isLine(cells: readonly Element[]): boolean {
  const hasPicture = cells.length >= 3 && cells.some((cell) => cell.querySelector('img'));
  return (
    hasPicture || (cells.some((cell) => COUNT.test(textOf(cell))) && cells.some((cell) => amountsIn(cell).length > 0))
  );
}

export type NamedCells = { [Name in ColumnName]?: Element | undefined } & { isCaptioned?: boolean };

/** By the captions where the rows have as many cells, those that reach down from the first row included; else by what the cells hold. */
export function nameRows(rows: readonly Element[][], columns: Columns | null): NamedCells[] {
  const indexes = columnIndexes(rows);
  const isWhole = columns !== null && rows[0]!.length === columns.width;
  return rows.map((cells, row) => {
    const isCaptioned = isWhole && (row === 0 || cells.length + spanning(rows[0]!) === columns.width);
    if (!isCaptioned) return nameByContent(cells, row === 0);
    const named: NamedCells = { isCaptioned: true };
    for (const [name, index] of columns.indexes) named[name] = cells[indexes[row]!.indexOf(index)];
    return named;
  });
}

/** How many cells of the first row stand for the whole order. */
function spanning(cells: readonly Element[]): number {
  return cells.filter((cell) => Number(cell.getAttribute('rowspan') ?? 1) > 1).length;
}

/** Without captions: the unit price stands before the count, what was paid after it, the order's state before that. Anything else is not certain. */
function nameByContent(cells: readonly Element[], isFirst: boolean): NamedCells {
  const product =
    cells.find((cell) => cell.querySelector(productLink)) ?? cells.find((cell) => cell.querySelector('img'));
  const rest = cells.filter((cell) => cell !== product);
  const counts = rest.filter((cell) => COUNT.test(textOf(cell)));
  if (counts.length > 1) throw new ReadError('item quantity (which of several)');
  const quantity = counts[0];
  if (!quantity) throw new ReadError('item quantity');
  const priced = rest.filter((cell) => amountsIn(cell).length > 0);
  // Where cells say that they reach down, they are the order's, wherever they stand.
  const isMarked = isFirst && cells.some(reachesDown) && !reachesDown(quantity);
  const isOfOrder = (cell: Element) => (isMarked ? reachesDown(cell) : cells.indexOf(cell) > cells.indexOf(quantity));
  const before = priced.filter((cell) => !isOfOrder(cell));
  const after = priced.filter(isOfOrder);
  if (before.length + after.length > 2 || before.length > 1 || after.length > 1)
    throw new ReadError('amount (which of several)');
  const price = before[0] ?? (isFirst ? undefined : after[0]);
  if (!price) throw new ReadError('unit price');
  if (!isFirst && priced.length > 1) throw new ReadError('unit price (which of several)');
  const amount = isFirst ? after[0] : undefined;
  const words = rest.filter((cell) => cell !== quantity && !priced.includes(cell));
  const status = isFirst ? statusCell(words, amount && cells[cells.indexOf(amount) - 1]) : undefined;
  const afterSale = words.find((cell) => cell !== status && afterSaleIn(cell) !== 'none');
  const found = { product, price, quantity, afterSale, status, amount };
  const places = [product, price, quantity, status, amount].map((cell) => cells.indexOf(cell!));
  return places.join() === OLD_ORDER ? { ...found, buyer: cells[OLD_BUYER] } : found;
}

/** The order of the old page: article, price, count, after-sale, buyer, state, amount. Where five of them stand in it, the nick does, too. */
const OLD_ORDER = '0,1,2,5,6';
const OLD_BUYER = 4;

function reachesDown(cell: Element): boolean {
  return cell.hasAttribute('rowspan');
}

/**
 * 退款成功 and 未发货 are states of an order and of a line alike: a cell that can only be the order's goes first, else the one
 * before the amount, whatever it says.
 */
function statusCell(words: readonly Element[], beforeAmount: Element | undefined): Element | undefined {
  const stating = words.filter((cell) => statusIn(cell) !== 'unknown');
  const plain = stating.filter((cell) => !linesOf(cell).some((line) => taobaoLineStates.has(line)));
  if (plain.length > 1 && new Set(plain.map(statusIn)).size > 1) throw new ReadError('order status (which of several)');
  if (plain[0]) return plain[0];
  const cell = beforeAmount && words.includes(beforeAmount) ? beforeAmount : stating.at(-1);
  const isOfLine = cell !== undefined && statusIn(cell) !== 'unknown';
  if (isOfLine && words.some((other) => other !== cell && saysUnknown(other))) {
    throw new ReadError('order status (which of several)');
  }
  return cell;
}

/** Words that are in no table, and no button: they may be the order's state. */
function saysUnknown(cell: Element): boolean {
  const says = linesOf(cell, { links: false }).some((line) => !/\d/.test(line));
  return says && statusIn(cell) === 'unknown' && afterSaleIn(cell) === 'none';
}

/** The status stands beside links (详情, 查看物流) and numbers in its cell; on some pages it is a link itself. */
function statusIn(cell: Element): OrderStatus {
  const isWords = (text: string) => !/\d/.test(text);
  const texts = [
    linesOf(cell, { links: false }).find(isWords),
    linesOf(cell).find(isWords),
    textPieces(cell).find(({ text }) => isWords(text))?.text,
  ];
  return texts.map((text) => taobaoStatusOf(text ?? '')).find((status) => status !== 'unknown') ?? 'unknown';
}

/** @throws ReadError when the cell begins with words that no table knows and goes on with a state */
export function certainStatus(cell: Element): OrderStatus {
  const status = statusIn(cell);
  const hasState = () => textPieces(cell).some(({ text }) => taobaoStatusOf(text) !== 'unknown');
  if (status === 'unknown' && hasState()) throw new ReadError('order status');
  return status;
}

export function afterSaleIn(cell: Element): ItemAfterSale {
  return taobaoAfterSaleOf([...linesOf(cell), ...textPieces(cell).map(({ text }) => text)]);
}
