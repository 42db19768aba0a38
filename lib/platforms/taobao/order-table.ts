/**
 * The table of one Taobao order, old page and new console alike: a head line (订单号, 创建时间, buyer) and a row per line of
 * the order; cells that belong to the whole order stand in the first row only. Cells are told apart by the caption above
 * them, else by what they hold (product link, price, count, known status), and by their order where two prices meet.
 */
import type { OrderItem, OrderStatus } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { agreedAmount, amountsIn } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { cellsOf, recordRoots, type IdSighting } from '../reading/records.ts';
import { clean, elementsReading, linesOf, textOf } from '../reading/text.ts';
import type { ColumnName, Columns } from './columns.ts';
import { taobaoAfterSaleOf, taobaoServiceTitles, taobaoStatusOf } from './status-labels.ts';

const productLink = 'a[href*="tradeSnap"], a[href*="snapShot"], a[href*="tradeID="], a[href*="item.taobao.com"], a[href*="detail.tmall.com"]';
const orderIdInput = 'input[name="orderid"]';

const ORDER_ID = /订单(?:号|编号)\s*[:：]?\s*(\d{15,20})(?!\d)/;
const PLACED = /(?:创建时间|下单时间)\s*[:：]?\s*(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})/g;
const FREIGHT = /快递|运费|邮费|EMS|平邮|卖家包邮/;

/** Where orders are shown on the page, with their ids: hidden inputs of the old page, the label 订单号 on both. */
export function orderSightings(body: Element): IdSighting[] {
  const inputs = [...body.querySelectorAll<HTMLInputElement>(orderIdInput)].flatMap((element) => {
    const id = element.getAttribute('value') ?? '';
    return /^\d{15,20}$/.test(id) ? [{ id, element }] : [];
  });
  const labels = elementsReading(body, ORDER_ID, 120).map((element) => ({ id: ORDER_ID.exec(textOf(element))?.[1] ?? '', element }));
  return [...inputs, ...labels.filter(({ id }) => id !== '')].sort((a, b) => (a.element.compareDocumentPosition(b.element) & 4 ? -1 : 1));
}

/** The element of each order on the page, in page order. */
export function orderElements(body: Element): Element[] {
  return [...recordRoots(orderSightings(body), body, (root) => placedTimes(root).length > 0 && root.querySelector(productLink) !== null).values()];
}

function placedTimes(root: Element): string[] {
  return [...new Set([...linesOf(root).join('\n').matchAll(PLACED)].map((match) => match[1]!))];
}

export interface OrderTable {
  orderId: string;
  placedAt: number;
  status: OrderStatus;
  amountFen: number | null;
  freightFen: number | null;
  items: OrderItem[];
  /** What stands outside the order's lines: the head. */
  isInHead(element: Element): boolean;
}

/** @throws ReadError naming the first value that is not certain */
export function readOrderTable(root: Element, columns: Columns | null): OrderTable {
  const ids = new Set(orderSightings(root).map(({ id }) => id));
  if (ids.size !== 1) throw new ReadError(ids.size === 0 ? 'order id' : 'order id (several differ)');
  const placed = placedTimes(root);
  if (placed.length !== 1) throw new ReadError(placed.length === 0 ? 'order time' : 'order time (several differ)');

  const itemRows = findItemRows(root);
  if (itemRows.length === 0) throw new ReadError('order lines');
  const rows = itemRows.map((row, index) => nameCells(cellsOf(row), columns, index === 0));
  const first = rows[0]!;
  const paid = first.amount ? amountsIn(first.amount) : [];
  return {
    orderId: [...ids][0]!,
    placedAt: parsePlatformTime(placed[0]!),
    status: first.status ? statusIn(first.status) : 'unknown',
    amountFen: amountOf(first, paid),
    freightFen: agreedAmount(
      paid.filter((amount) => FREIGHT.test(amount.label)),
      'freight',
    ),
    items: rows.map(readItem).filter((item) => !taobaoServiceTitles.test(item.title)),
    isInHead: (element) => !itemRows.some((row) => row.contains(element)),
  };
}

/** The status stands beside links (详情, 查看物流) in its cell; on some pages it is one itself. */
function statusIn(cell: Element): OrderStatus {
  const texts = [linesOf(cell, { links: false })[0], linesOf(cell)[0]];
  return texts.map((text) => taobaoStatusOf(text ?? '')).find((status) => status !== 'unknown') ?? 'unknown';
}

function amountOf(first: NamedCells, paid: ReturnType<typeof amountsIn>): number | null {
  const amount = agreedAmount(
    paid.filter(({ label }) => !FREIGHT.test(label)),
    'amount',
  );
  if (first.amount && amount === null) throw new ReadError('amount');
  return amount;
}

/** A line of the order is the piece around one product link. */
function findItemRows(root: Element): Element[] {
  const links = [...root.querySelectorAll(productLink)];
  const byRow = new Map<Element, Element>();
  links.forEach((link) => {
    const row = link.closest('tr');
    if (row && root.contains(row)) byRow.set(row, link);
  });
  if (byRow.size > 0) return [...byRow.keys()];
  const head = orderSightings(root)[0]?.element;
  const sightings: IdSighting[] = links.map((element) => ({ id: element.getAttribute('href') ?? '', element }));
  if (head) sightings.push({ id: 'head', element: head });
  const roots = recordRoots(sightings, root, () => false);
  roots.delete('head');
  return [...roots.values()];
}

type NamedCells = { [Name in ColumnName]?: Element | undefined };

function nameCells(cells: readonly Element[], columns: Columns | null, isFirst: boolean): NamedCells {
  const named: NamedCells = {};
  if (columns && isFirst && cells.length === columns.width) {
    for (const [name, index] of columns.indexes) named[name] = cells[index]!;
  }
  named.product ??= cells.find((cell) => cell.querySelector(productLink));
  named.quantity ??= cells.find((cell) => /^(?:[x×])?\d{1,6}$/.test(textOf(cell)));
  named.status ??= isFirst ? statusCell(cells) : undefined;
  const priced = cells.filter((cell) => cell !== named.product && amountsIn(cell).length > 0);
  if (!named.price || (isFirst && !named.amount)) nameAmounts(named, priced, cells, isFirst);
  named.afterSale ??= cells.find((cell) => cell !== named.status && taobaoAfterSaleOf(linesOf(cell)) !== 'none');
  return named;
}

/** 退款成功 is a state of an order and of a line alike: a cell that can only be the order's goes first, else the later one. */
function statusCell(cells: readonly Element[]): Element | undefined {
  const stating = cells.filter((cell) => statusIn(cell) !== 'unknown');
  return stating.find((cell) => taobaoAfterSaleOf(linesOf(cell)) === 'none') ?? stating.at(-1);
}

/** Without captions: the unit price stands before the count and what was paid stands after it. Anything else is not certain. */
function nameAmounts(named: NamedCells, priced: readonly Element[], cells: readonly Element[], isFirst: boolean): void {
  const quantityIndex = named.quantity ? cells.indexOf(named.quantity) : -1;
  const before = priced.filter((cell) => cells.indexOf(cell) < quantityIndex);
  const after = priced.filter((cell) => cells.indexOf(cell) > quantityIndex);
  if (quantityIndex < 0 || before.length > 1 || after.length > 1) throw new ReadError('amount (which of several)');
  if (before.length === 0 && after.length === 1) {
    if (isFirst && priced.length === 1) throw new ReadError('unit price');
    return;
  }
  named.price ??= before[0]!;
  if (isFirst && after[0]) named.amount ??= after[0];
}

function readItem(cells: NamedCells): OrderItem {
  if (!cells.product) throw new ReadError('item title');
  if (!cells.quantity) throw new ReadError('item quantity');
  const title = titleIn(cells.product);
  if (title === '') throw new ReadError('item title');
  return {
    title: title.slice(0, 500),
    quantity: Number(/\d+/.exec(textOf(cells.quantity))![0]),
    unitPriceFen: cells.price ? agreedAmount(amountsIn(cells.price), 'unit price') : null,
    skuId: null,
    afterSale: cells.afterSale ? taobaoAfterSaleOf(linesOf(cells.afterSale)) : 'none',
  };
}

const NOT_A_TITLE = /^(?:商家编码|颜色分类|尺码|规格|款式|套餐|颜色|尺寸|口味|净含量|.{1,8}[:：])\s*[:：]?/;

function titleIn(product: Element): string {
  const link = [...product.querySelectorAll(productLink)].map((element) => clean(element.textContent ?? '')).find((text) => text !== '');
  return link ?? linesOf(product).find((line) => !NOT_A_TITLE.test(line)) ?? '';
}
