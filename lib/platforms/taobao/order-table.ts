/**
 * The table of one Taobao order, old page and new console alike: a head line (订单号, 创建时间, buyer) and a row per line of
 * the order; cells that belong to the whole order stand in the first row only.
 */
import type { OrderItem, OrderStatus } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { agreedAmount, certainAmounts, takenOffIn, type LabelledAmount } from '../reading/amounts.ts';
import { isInNote, notesIn } from '../reading/asides.ts';
import { step } from '../reading/course.ts';
import { ofRecord, parsed, ReadError } from '../reading/read-error.ts';
import {
  cellsOf,
  inPageOrder,
  isWithin,
  lineSightings,
  recordRoots,
  rootsWithoutId,
  type IdSighting,
} from '../reading/records.ts';
import { clean, elementsReading, linesOf, shortText, textOf } from '../reading/text.ts';
import type { Columns } from './columns.ts';
import {
  afterSaleIn,
  certainStatus,
  COUNT,
  isLine,
  nameRows,
  productLink,
  snapshotLink,
  type NamedCells,
} from './name-cells.ts';
import { taobaoServiceTitles } from './status-labels.ts';

const orderIdInput = 'input[name="orderid"]';

/** Not 原订单号, 子订单编号 and other numbers of other orders. */
const ORDER_ID = /(?<![\u4e00-\u9fff])订单(?:号|编号)\s*[:：]?\s*(\d{15,20})(?!\d)/;
const PLACED = /(?:创建时间|下单时间)\s*[:：]?\s*(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})(?!\d)/;
const FREIGHT = /快递|运费(?!险)|邮费|EMS|平邮|卖家包邮/;

/** Where orders are shown on the page, with their ids: hidden inputs of the old page, the label 订单号 on both. Not in what people wrote. */
export function orderSightings(body: Element, without: ReadonlySet<Element> = new Set()): IdSighting[] {
  const inputs = [...body.querySelectorAll(orderIdInput)].flatMap((element) => {
    const id = element.getAttribute('value') ?? '';
    return /^\d{15,20}$/.test(id) && !isWithin(element, without) ? [{ id, element }] : [];
  });
  const labels = elementsReading(body, ORDER_ID, { maxLength: 120, without, sign: /\d/ })
    .filter((element) => !isInNote(element) && !isOfArticle(element))
    .map((element) => ({ id: ORDER_ID.exec(clean(shortText(element, 480) ?? ''))![1]!, element }));
  return [...inputs, ...labels];
}

/** In the link to an article, or behind it in its cell: the words there are the shop's and, of engravings, the buyer's. */
function isOfArticle(element: Element): boolean {
  if (element.closest(productLink) !== null) return true;
  const cell = element.closest('td') ?? element.parentElement!;
  const link = cell.querySelector(productLink);
  // Behind the articles of another order stands a head.
  const isOneCell = shortText(cell, 500)?.match(/\d{15,20}/g)?.length === 1;
  return link !== null && isOneCell && (link.compareDocumentPosition(element) & FOLLOWING) !== 0;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const FOLLOWING = 4;

/** The element of each order on the page, in page order; also of those that show no id. */
export function orderElements(body: Element, layers: ReadonlySet<Element>): Element[] {
  const holdsGoods = (root: Element) => root.querySelector(productLink) !== null;
  const isWhole = (root: Element) => holdsGoods(root) && placedTimes(root).length > 0;
  return step(() => {
    const found = [...recordRoots(orderSightings(body, layers), body, isWhole).values()];
    const idless = rootsWithoutId(PLACED, found, body, holdsGoods, layers);
    return inPageOrder(found.length + idless.length > 0 ? [...found, ...idless] : strayLines(body, layers), body);
  });
}

/** Where articles stand that were sold, and no order is found, the words of its head have changed. */
function strayLines(body: Element, layers: ReadonlySet<Element>): Element[] {
  const links = [...body.querySelectorAll(snapshotLink)].filter((link) => !isWithin(link, layers));
  return [...new Set(links.map((link) => link.closest('tr') ?? link.parentElement!))];
}

/** The one time of the order; another one in its lines or in what people wrote is none. */
function certainPlaced(root: Element, itemRows: readonly Element[]): string {
  const all = placedTimes(root);
  const [placed, ...others] = all.length > 1 ? placedTimes(root, new Set([...itemRows, ...notesIn(root)])) : all;
  if (placed === undefined || others.length > 0)
    throw new ReadError(`order time${all.length > 1 ? ' (several differ)' : ''}`);
  return placed;
}

function placedTimes(root: Element, without: ReadonlySet<Element> = new Set()): string[] {
  const text = linesOf(root, { without }).join('\n');
  return [...new Set([...text.matchAll(new RegExp(PLACED, 'g'))].map((match) => match[1]!))];
}

/** What was taken off stands below what was paid. */
const DISCOUNT = /优惠|红包|立减|满减|抵扣|淘金币|积分|已?省$/;

export interface OrderTable {
  orderId: string;
  placedAt: number;
  status: OrderStatus;
  amountFen: number | null;
  freightFen: number | null;
  discountFen?: number;
  items: OrderItem[];
}

/** Where the buyer may be named: the cell below the caption 买家, and what stands outside the order's lines, the head. */
export interface BuyerPlaces {
  cell: Element | null;
  isInHead: (element: Element) => boolean;
}

/** @throws ReadError naming the first value that is not certain */
export function readOrderTable(root: Element, columns: Columns | null): { table: OrderTable; places: BuyerPlaces } {
  const sightings = orderSightings(root);
  const ids = new Set(sightings.map(({ id }) => id));
  if (ids.size !== 1) throw new ReadError(ids.size === 0 ? 'order id' : 'order id (several differ)');
  const orderId = [...ids][0]!;
  return ofRecord(orderId, () => readTable(root, orderId, sightings, columns));
}

function readTable(root: Element, orderId: string, sightings: readonly IdSighting[], columns: Columns | null) {
  const itemRows = findItemRows(
    root,
    sightings.map(({ element }) => element),
  );
  if (itemRows.length === 0) throw new ReadError('order lines');
  const placed = certainPlaced(root, itemRows);
  const rows = nameRows(itemRows.map(cellsOf), columns);
  const first = rows[0]!;
  const paid = first.amount ? certainAmounts(first.amount, 'amount') : [];
  const lines = rows.map(readItem);
  const items = lines.filter((item) => !taobaoServiceTitles.test(item.title));
  if (items.length === 0) throw new ReadError('order lines');
  const amountFen = amountOf(first, paid);
  // A column of amounts line by line is not that of the order.
  const isOther = ({ amount }: NamedCells) =>
    amount && amountOf({ amount }, certainAmounts(amount, 'amount')) !== amountFen;
  if (rows.slice(1).some(isOther)) throw new ReadError('amount (which of several)');
  const freightFen = agreedAmount(paid.filter(isFreight), 'freight');
  if (!rows[0]!.isCaptioned && !isLikely(amountFen, freightFen, lines))
    throw new ReadError('amount (far from the sum)');
  return {
    table: {
      orderId,
      placedAt: parsed('order time', () => parsePlatformTime(placed)),
      status: first.status ? certainStatus(first.status) : 'unknown',
      amountFen,
      freightFen,
      ...(first.amount ? takenOffIn(linesOf(first.amount, { struck: false })) : {}),
      items,
    },
    places: {
      cell: first.buyer ?? null,
      isInHead: (element: Element) => !itemRows.some((row) => row.contains(element)),
    },
  };
}

function isFreight({ label }: LabelledAmount): boolean {
  return FREIGHT.test(label);
}

/** Without captions, columns that changed places show in a sum that is far off, or that would be right the other way round, too. */
function isLikely(amountFen: number | null, freightFen: number | null, lines: readonly OrderItem[]): boolean {
  if (amountFen === null) return true;
  const [first, ...others] = lines as [OrderItem, ...OrderItem[]];
  const paidForGoods = amountFen - (freightFen ?? 0);
  const goods = goodsFen(lines);
  if (paidForGoods === goods) return true;
  const swapped = goodsFen([{ ...first, unitPriceFen: amountFen }, ...others]);
  const isSwapLikely =
    first.unitPriceFen !== amountFen && isDiscounted((first.unitPriceFen ?? 0) - (freightFen ?? 0), swapped);
  return isDiscounted(paidForGoods, goods) && !isSwapLikely;
}

function goodsFen(lines: readonly OrderItem[]): number {
  return standing(lines).reduce((sum, line) => sum + (line.unitPriceFen ?? 0) * line.quantity, 0);
}

/** Lines that were cancelled are not paid for; where all of them were, nothing tells them apart. */
function standing(lines: readonly OrderItem[]): readonly OrderItem[] {
  const left = lines.filter((line) => line.afterSale !== 'cancelled');
  return left.length > 0 ? left : lines;
}

/** The goods at their price, or down to half of it. */
function isDiscounted(paidFen: number, goods: number): boolean {
  return paidFen <= goods && paidFen * 2 >= goods;
}

function amountOf(first: NamedCells, paid: readonly LabelledAmount[]): number | null {
  const amount = agreedAmount(
    paid.filter((each) => !isFreight(each) && !DISCOUNT.test(each.label)),
    'amount',
  );
  if (first.amount && amount === null) throw new ReadError('amount');
  return amount;
}

/** A line of the order is the piece around one product link; and its neighbours that look like one, for a line must not get lost. */
function findItemRows(root: Element, heads: readonly Element[]): Element[] {
  const links = [...root.querySelectorAll(productLink)];
  const rows = new Set<Element>();
  for (const link of links) {
    const row = link.closest('tr');
    if (row && root.contains(row)) rows.add(row);
  }
  if (rows.size === 0) {
    const sightings = lineSightings(links, (link) => link.getAttribute('href') ?? '');
    if (heads[0]) sightings.push({ id: 'head', element: heads[0] });
    const roots = recordRoots(sightings, root, () => false);
    roots.delete('head');
    for (const row of roots.values()) rows.add(row);
  }
  // What stands beside the order itself is of another one.
  if (rows.has(root)) return [root];
  const parents = new Set([...rows].map((row) => row.parentElement!));
  return [...parents].flatMap((parent) =>
    [...parent.children].filter(
      (row) => rows.has(row) || (isLine(cellsOf(row)) && !heads.some((head) => row.contains(head))),
    ),
  );
}

function readItem({ product, quantity, price, afterSale }: NamedCells): OrderItem {
  if (!product) throw new ReadError('item title');
  const title = titleIn(product);
  const count = quantity && COUNT.exec(textOf(quantity))?.[1];
  if (!count) throw new ReadError('item quantity');
  const unitPriceFen = price ? agreedAmount(certainAmounts(price, 'unit price'), 'unit price') : null;
  if (price && unitPriceFen === null) throw new ReadError('unit price');
  return {
    title: title.slice(0, 500),
    quantity: Number(count),
    unitPriceFen,
    skuId: null,
    afterSale: afterSale ? afterSaleIn(afterSale) : 'none',
  };
}

/** Attributes, the snapshot's link, lines of a price, times and counts. */
const NOT_A_TITLE =
  /^(?:商家编码|颜色分类|尺码|规格|款式|套餐|颜色|尺寸|口味|净含量|.{1,8}[:：])\s*[:：]?|交易快照|^.{0,8}[¥￥]\s*[\d,.]+\D{0,2}$|^\d{4}-\d{2}-\d{2}|^\D{0,3}\d+$/;
/** What consoles and shops promise beside an article, in lines of up to `BADGE_CHARS`. */
const BADGE =
  /^(?:.{0,6}?(?:无理由|退换|运费险|包退|包换|包邮|包赔|赔付?|保障|保证|极速退款|先用后付|信用购|花呗|分期|发货|质保|保修|价保|正品)(?:退货|退换|退款)?\s*)+$|^(?:公益宝贝|手机订单|预售|赠品|聚划算|秒杀|淘金币|百亿补贴|88VIP|限时.{0,4}|满\d+.{0,8}|第?\d件.{0,6})$/;
const BADGE_CHARS = 30;

/**
 * The words of the link to the article; else the first line, if the others are but badges beside it.
 * @throws ReadError when there is none, or which of several is not certain
 */
export function titleIn(product: Element): string {
  const links = [...product.querySelectorAll(productLink)].map((element) => clean(element.textContent ?? ''));
  const linked = links.find((text) => text !== '' && !text.includes('交易快照'));
  if (linked) return linked;
  const [first, ...others] = linesOf(product).filter((line) => !NOT_A_TITLE.test(line) && !isBadge(line));
  if (first === undefined) throw new ReadError('item title');
  if (others.some((line) => line.length * 2 > first.length)) throw new ReadError('item title (which of several)');
  return first;
}

function isBadge(line: string): boolean {
  return line.length <= BADGE_CHARS && BADGE.test(line);
}
