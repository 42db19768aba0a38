/**
 * The lines of an order on its own page: marked or linked as in the list, or rows of a table with captions. A table's captions
 * say which cell is the price of one piece and which the count; elsewhere prices and counts are known by their shape.
 */
import type { ItemAfterSale, OrderItem } from '../../model/order.ts';
import { agreedAmount, amountsIn, certainAmounts } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { cellsOf, isWithin } from '../reading/records.ts';
import { elementsReading, linesOf, textOf } from '../reading/text.ts';
import { afterSaleLabels, NOT_A_UNIT_PRICE, priceCaptions, quantityCaptions } from './detail-labels.ts';
import { ITEM_LINK, itemRoots, itemTitle, quantityIn, skuIdIn } from './order-items.ts';

const AFTER_SALE = new RegExp(`^(?:${Object.keys(afterSaleLabels).join('|')})$`);
const COUNT = /^[x×X]?\s*(\d{1,6})$/;
/** How far above its link a line may end, and its captions may stand. */
const LEVELS_UP = 8;

/** The lines of the page's order, each an element of its own; none of `without`. */
export function detailItemRoots(scope: Element, without: ReadonlySet<Element>): Element[] {
  const links = [...scope.querySelectorAll(ITEM_LINK)].filter((link) => !isWithin(link, without));
  const rows = new Set(links.map(captionedRow));
  return rows.size > 0 && !rows.has(null) ? ([...rows] as Element[]) : itemRoots(scope, without);
}

/** The row of a table, of whatever tags, that a link stands in. */
function captionedRow(link: Element): Element | null {
  let row = link.parentElement;
  for (let level = 0; level < LEVELS_UP && row !== null; level += 1, row = row.parentElement)
    if (isPricedRow(row)) return row;
  return null;
}

/** Of as many cells as there are captions, with a price or a count in its place: what is in a cell may be as many pieces, too. */
function isPricedRow(row: Element): boolean {
  const captions = captionsOf(row);
  const cells = cellsOf(row);
  const cellOf = (caption: RegExp) => cells[captions.findIndex((text) => caption.test(text))];
  const [price, count] = [cellOf(priceCaptions), cellOf(quantityCaptions)];
  return (price && amountsIn(price).length > 0) || (count !== undefined && COUNT.test(textOf(count)));
}

/**
 * One line.
 * @throws ReadError when its title, count, price, article or after-sale state is not certain
 */
export function readDetailItem(item: Element): OrderItem {
  const title = itemTitle(item);
  if (title === '') throw new ReadError('item title');
  const captions = captionsOf(item);
  const cells = cellsOf(item);
  const cellOf = (caption: RegExp) => cells[captions.findIndex((text) => caption.test(text))] ?? null;
  return {
    title: title.slice(0, 500),
    quantity: readQuantity(item, cellOf(quantityCaptions)),
    unitPriceFen: readUnitPrice(item, cellOf(priceCaptions)),
    skuId: skuIdIn(item),
    afterSale: readAfterSale(item),
  };
}

function readQuantity(item: Element, cell: Element | null): number {
  const shown = quantityIn(item);
  const inCell = cell && COUNT.exec(textOf(cell))?.[1];
  if (cell && !inCell) throw new ReadError('item quantity');
  const quantity = inCell ? Number(inCell) : shown;
  if (quantity === null || (shown !== null && shown !== quantity)) throw new ReadError('item quantity');
  return quantity;
}

function readUnitPrice(item: Element, cell: Element | null): number | null {
  const amounts = certainAmounts(cell ?? item, 'unit price');
  const prices = amounts.filter(({ label }) => !NOT_A_UNIT_PRICE.test(label));
  if (prices.length === 0 && (cell !== null || amounts.length > 0)) throw new ReadError('unit price');
  return agreedAmount(prices, 'unit price');
}

/** A line of its text that is no button and no link. */
function readAfterSale(item: Element): ItemAfterSale {
  const lines = linesOf(item);
  const states = elementsReading(item, AFTER_SALE, { maxLength: 8 })
    .filter((element) => element.closest('button, a') === null)
    .map(textOf)
    .filter((text) => lines.includes(text));
  const found = new Set(states.map((text) => afterSaleLabels[text]!));
  if (found.size > 1) throw new ReadError('item state (several differ)');
  return [...found][0] ?? 'none';
}

/** A row, its body, its table, the box of that: the captions may stand in a table of their own above. */
const CAPTION_LEVELS = 4;

/** The captions above a row: of the first rows beside it or beside what it lies in, with as many cells; none where it has none. */
function captionsOf(row: Element): string[] {
  const count = cellsOf(row).length;
  if (count < 2) return [];
  let part: Element | null = row;
  for (let level = 0; level < CAPTION_LEVELS && part !== null; level += 1, part = part.parentElement) {
    const siblings = [...(part.parentElement?.children ?? [])];
    const above = siblings.slice(0, Math.max(0, siblings.indexOf(part)));
    for (const candidate of new Set([...above.slice(0, 2), ...above.slice(-1)])) {
      const cells = cellsOf(candidate);
      const captions = cells.length === count ? cells.map(textOf) : [];
      if (captions.some((text) => priceCaptions.test(text))) return captions;
    }
  }
  return [];
}
