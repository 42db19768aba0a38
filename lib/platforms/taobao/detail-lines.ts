/** The lines of an order in the new console: rows by their class or by a cell of price and count, whatever their tags. */
import type { OrderItem } from '../../model/order.ts';
import { agreedAmount, amountsIn, certainAmounts } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { cellsOf, inPageOrder } from '../reading/records.ts';
import { elementsReading, linesOf, textOf } from '../reading/text.ts';
import { yuanIn } from './data-values.ts';
import { afterSaleIn, COUNT, productLink } from './name-cells.ts';
import { titleIn } from './order-table.ts';

const ROW = 'tr.order-item, .order-item';
const TITLE = '[class*="first-right-title"]';
/** "140.00" and "x1" in one cell, in this order. */
const PRICE_AND_COUNT = /^(?:[¥￥]?\s*[\d,]+\.\d{1,2}\s+)*[¥￥]?\s*[\d,]+\.\d{1,2}\s*[x×]\s*\d{1,6}$/;
const COUNTED = /[x×]\s*(\d{1,6})$/;

/**
 * The rows of the order's lines, in page order. A row is known by its class, or reaches from a product's link to the cell of its
 * count; what stands among rows and has a picture is one, too, for a line must not get lost.
 */
export function detailLines(body: Element): Element[] {
  const rows = new Set<Element>();
  for (const row of body.querySelectorAll(ROW)) if (isFilled(row)) rows.add(row);
  for (const count of elementsReading(body, /^(?:.*[\s\d.])?[x×]\s*\d{1,6}$/, { maxLength: 60, sign: /\d/ })) {
    const row = rowAround(count, body);
    if (!row && PRICE_AND_COUNT.test(unstruck(count))) rows.add(count);
    if (row && ![...rows].some((known) => known.contains(row) || row.contains(known))) rows.add(row);
  }
  const parents = new Set([...rows].map((row) => row.parentElement!));
  for (const parent of parents) {
    for (const row of parent.children) {
      if ([...rows].some((known) => row.contains(known))) continue;
      if (
        row.querySelector('img') !== null &&
        (row.querySelector(productLink) !== null || isPriced(row)) &&
        isFilled(row)
      )
        rows.add(row);
    }
  }
  return inPageOrder([...rows], body);
}

/** One of its cells shows a price and a count, and nothing else. */
function isPriced(row: Element): boolean {
  return cellsOf(row).some((cell) => PRICE_AND_COUNT.test(unstruck(cell)));
}

/** Of a skeleton's rows nothing can be read yet. */
function isFilled(row: Element): boolean {
  return linesOf(row).length > 0;
}

/** From the cell of the count up to where a link to a product comes in; further up are other lines. */
function rowAround(count: Element, body: Element): Element | null {
  const table = count.closest('tr');
  if (table && body.contains(table)) return table.querySelector(productLink) ? table : null;
  for (let node: Element | null = count; node !== null && node !== body; node = node.parentElement) {
    const links = new Set([...node.querySelectorAll(productLink)].map((link) => link.getAttribute('href')));
    if (links.size > 1) return null;
    if (links.size === 1) return node;
  }
  return null;
}

/** One line. @throws ReadError naming the first value that is not certain */
export function lineOf(row: Element): OrderItem {
  const cells = cellsOf(row);
  const product = cells.find((cell) => cell.querySelector(`${TITLE}, ${productLink}`)) ?? cells[0];
  if (!product) throw new ReadError('order lines');
  const rest = cells.filter((cell) => cell !== product);
  const { quantity, unitPriceFen, priced } = priceOf(rest);
  const states = new Set(
    rest
      .filter((cell) => !priced.includes(cell))
      .map(afterSaleIn)
      .filter((state) => state !== 'none'),
  );
  if (states.size > 1) throw new ReadError('after-sale state (several differ)');
  return {
    title: titleOf(product).slice(0, 500),
    quantity,
    unitPriceFen,
    skuId: null,
    afterSale: [...states][0] ?? 'none',
  };
}

/** In the box of the title, which holds nothing else; else the link's words. */
function titleOf(product: Element): string {
  const box = product.querySelector(TITLE);
  const lines = box === null || box.querySelector(productLink) !== null ? [] : linesOf(box);
  if (lines.length > 1) throw new ReadError('item title (which of several)');
  return lines[0] ?? titleIn(product);
}

interface Price {
  quantity: number;
  unitPriceFen: number;
  priced: Element[];
}

function priceOf(cells: readonly Element[]): Price {
  const withBoth = cells.filter((cell) => PRICE_AND_COUNT.test(unstruck(cell)));
  if (withBoth.length > 1) throw new ReadError('unit price (which of several)');
  const [cell] = withBoth;
  if (cell) return { ...priceAndCount(cell), priced: [cell] };
  const counts = cells.filter((each) => COUNT.test(textOf(each)));
  if (counts.length !== 1)
    throw new ReadError(counts.length === 0 ? 'item quantity' : 'item quantity (which of several)');
  const priced = cells.filter((each) => amountsIn(each).length > 0);
  if (priced.length !== 1) throw new ReadError(priced.length === 0 ? 'unit price' : 'unit price (which of several)');
  const unitPriceFen = agreedAmount(certainAmounts(priced[0]!, 'unit price'), 'unit price')!;
  return { quantity: Number(COUNT.exec(textOf(counts[0]!))![1]), unitPriceFen, priced: [...counts, ...priced] };
}

function unstruck(cell: Element): string {
  return linesOf(cell, { struck: false }).join(' ');
}

/** "140.00 x1": the amounts before the count, which must be one. */
function priceAndCount(cell: Element): Omit<Price, 'priced'> {
  const text = unstruck(cell);
  const amounts = text
    .replace(COUNTED, '')
    .split(/\s+|(?=[¥￥])/)
    .filter((each) => /\d/.test(each));
  const fen = new Set(amounts.map((amount) => yuanIn(amount, 'unit price')));
  if (fen.size !== 1) throw new ReadError('unit price (several differ)');
  return { quantity: Number(COUNTED.exec(text)![1]), unitPriceFen: [...fen][0]! };
}
