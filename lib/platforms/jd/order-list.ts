/**
 * JD order list: shop.jd.com/jdm/trade/orders/order-list, a card per order, columns the seller can switch off.
 * Anchors, strongest first: documented class or `prop`, the label a person reads, the value's own shape. A column without any
 * anchor is off (null); one that is there but cannot be read is a reject.
 */
import type { OrderStatus, SeenOrder } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { ordersReading, type PageReader } from '../page-reader.ts';
import { amountsIn } from '../reading/amounts.ts';
import { isInNote, notesIn } from '../reading/asides.ts';
import { step } from '../reading/course.ts';
import { layersOf, readBare } from '../reading/layers.ts';
import { ofRecord, parsed, ReadError } from '../reading/read-error.ts';
import { inPageOrder, isWithin, recordRoots, rootsWithoutId, type IdSighting } from '../reading/records.ts';
import { orderRows } from '../reading/row-kinds.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { clean, elementsReading, HAN, linesOf, shortText, textOf, textPieces } from '../reading/text.ts';
import { readAmounts } from './card-amounts.ts';
import { cluesIn } from './card-clues.ts';
import { pinIn, readBuyer } from './card-buyer.ts';
import { ITEM_LINK, itemRoots, readItem } from './order-items.ts';
import { jdShopHints } from './shop-hints.ts';
import { isLikeJdStatus, jdStatusOf, jdTrackLabels } from './status-labels.ts';

const selectors = {
  card: '.order-list-card-table .table-body > .card, .table-body .card:has(.card-header)',
  orderId: '.shop-order-id, [class*="shop-order-id"]',
  status: '[prop="orderStatus"] .order-status, .table-cared-order-status-column .order-status, .order-status',
  statusColumn: '[prop="orderStatus"]',
  /** Parts of a card that are written by people or about services: their amounts and times are not the order's. */
  aside: '.remark-cell__text, [class*="remark-cell"], .order-tags-item',
};

const TIME = String.raw`(?<!\d)(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})(?!\d)`;
const ANY_TIME = new RegExp(TIME);
/** Alone with its label at most, or behind its label among other words. */
const ORDER_ID = new RegExp(
  String.raw`^(?:订单(?:号|编号)\s*[:：]?\s*)?(\d{16})$|(?<![${HAN}]\s*)订单(?:号|编号)\s*[:：]?\s*(\d{16})(?!\d)`,
  'u',
);
const OTHER_NUMBER = /([^\s\d:：]{1,12})号\s*[:：]?\s*\d{16}$/;
/** What else begins like 下单 and 付款: the label of another value (付款方式), a remark (付款提醒已发), no event. */
const OTHER_WORD = String.raw`(?![${HAN}])`;
const PLACED = new RegExp(`${TIME}\\s*下单${OTHER_WORD}|下单时间\\s*[:：]?\\s*${TIME}`, 'u');
const PAID = new RegExp(`${TIME}\\s*付款${OTHER_WORD}|付款时间\\s*[:：]?\\s*${TIME}`, 'u');

const WORD_FIRST = new RegExp(`^(?:下单|付款)\\s*${TIME}`);
const WORD_BEFORE = new RegExp(`(下单|付款)\\s*${TIME}`, 'g');

export const jdOrderListReader: PageReader = {
  platform: 'jd',
  page: 'order-list',
  matches: (url) =>
    (url.hostname === 'shop.jd.com' && /^\/jdm\/trade\/orders?\/order-?list(?:\/|$)/i.test(url.pathname)) ||
    (url.hostname === 'trade-order-jdm.jd.com' && /^\/(?:orderList|seller-order\/orderPrint)\b/i.test(url.pathname)),
  read(document, memory) {
    const layers = layersOf(document);
    const read = (card: Element) => readBare(card, layers, readCard);
    const cards = step(() => orderCards(document, layers));
    const orders = readRows(orderRows, cards, read, memory);
    return ordersReading('jd', 'order-list', jdShopHints(document), orders);
  },
};

/** Every order the page shows: the documented cards, whatever else holds one order id, and what looks like an order without id. Skeletons are not orders. */
function orderCards(document: Document, layers: ReadonlySet<Element>): Element[] {
  const { body } = document;
  if (!body) return [];
  const cards = [...document.querySelectorAll(selectors.card)].filter(
    (card) => !card.parentElement?.closest(selectors.card) && !isWithin(card, layers),
  );
  const sightings = orderIdElements(body, new Set([...cards, ...layers]));
  const others = recordRoots(
    sightings.map((element): IdSighting => ({ id: orderIdIn(element)!, element })),
    body,
    (root) => timesOf(root, PLACED).length > 0 && (itemRoots(root).length > 0 || amountsIn(root).length > 0),
  );
  const roots = [...others.values()];
  const known = [
    ...cards.filter((card) => /\d/.test(card.textContent ?? '')),
    ...roots.filter((root) => timesOf(root, PLACED).length > 0 || holdsGoods(root)),
  ];
  // Where nothing has the words of an order, what has its shape is one, to be rejected.
  const found =
    known.length > 0 ? known : roots.filter((root) => ANY_TIME.test(textOf(root)) && amountsIn(root).length > 0);
  const idless = rootsWithoutId(PLACED, found, body, (root) => amountsIn(root).length > 0, layers);
  return inPageOrder([...found, ...idless], body);
}

/** Without the words of its times an order is still one, to be rejected. */
function holdsGoods(root: Element): boolean {
  return root.querySelector(ITEM_LINK) !== null && amountsIn(root).length > 0;
}

/** Elements that show an order id; the number of another paper (采购单号, 运单号) may look like one. */
function orderIdElements(scope: Element, without: ReadonlySet<Element> = new Set()): Element[] {
  return elementsReading(scope, ORDER_ID, { maxLength: 120, without, sign: /\d/ }).filter((element) => {
    if (isInNote(element)) return false;
    const around = element.parentElement ? clean(shortText(element.parentElement, 80) ?? '') : '';
    const label = OTHER_NUMBER.exec(around)?.[1];
    return label === undefined || label === '订单' || label === '订单编';
  });
}

function orderIdIn(element: Element): string | null {
  return idOf(ORDER_ID.exec(textOf(element)));
}

function idOf(match: RegExpExecArray | null): string | null {
  return match?.[1] ?? match?.[2] ?? null;
}

function readCard(card: Element): RowReading<SeenOrder> {
  const itemElements = itemRoots(card);
  const asides = new Set([...itemElements, ...card.querySelectorAll(selectors.aside), ...notesIn(card)]);
  const orderId = readOrderId(card, asides);
  return ofRecord(orderId, () => readOrder(card, orderId, itemElements, asides));
}

function readOrder(
  card: Element,
  orderId: string,
  itemElements: readonly Element[],
  asides: ReadonlySet<Element>,
): RowReading<SeenOrder> {
  const placedAt = timeIn(timesOf(card, PLACED, asides), 'order time');
  if (placedAt === null) throw new ReadError('order time');
  const status = readStatus(card, asides);
  const paidAt = timeIn(timesOf(card, PAID, asides), 'payment time');
  if (paidAt !== null && (paidAt < placedAt || status === 'unpaid')) throw new ReadError('payment time');
  const items = itemElements.map(readItem);
  if (items.length === 0) throw new ReadError('order lines');
  // An article linked outside of all lines is a line that would get lost.
  if ([...card.querySelectorAll(ITEM_LINK)].some((link) => !isWithin(link, asides))) throw new ReadError('order lines');
  const pin = pinIn(card, asides);
  const buyer = readBuyer(pin);
  const clues = buyer.quality === 'masked' ? cluesIn(card) : null;
  const order = { orderId, placedAt, paidAt, status, ...readAmounts(card, items, asides), buyer, items };
  return {
    value: clues ? { ...order, clues } : order,
    buyerElement: pin?.element ?? card.querySelector(selectors.orderId),
  };
}

function readOrderId(card: Element, asides: ReadonlySet<Element>): string {
  const anchored = [...card.querySelectorAll(selectors.orderId)].flatMap((anchor) => orderIdElements(anchor));
  const isNamed = card.querySelector(selectors.orderId) !== null;
  const ids = new Set((isNamed ? anchored : orderIdElements(card, asides)).map(orderIdIn));
  // Without a place of its own, the id is the only number of its shape.
  const lines = isNamed ? [] : linesOf(card, { without: asides });
  for (const line of lines) {
    const id = idOf(ORDER_ID.exec(line));
    if (id !== null) ids.add(id);
  }
  if (ids.size !== 1) throw new ReadError(ids.size === 0 ? 'order id' : 'order id (several differ)');
  return [...ids][0]!;
}

function timesOf(card: Element, pattern: RegExp, without: ReadonlySet<Element> = new Set()): string[] {
  const lines = linesOf(card, { without });
  // "付款 08:01 下单 08:00": where a line begins with such a word, each stands before its time.
  const text = lines.map((line) => (WORD_FIRST.test(line) ? line.replaceAll(WORD_BEFORE, '$2$1，') : line)).join('\n');
  return [...new Set([...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => (match[1] ?? match[2])!))];
}

function timeIn(times: readonly string[], what: string): number | null {
  if (times.length > 1) throw new ReadError(`${what} (several differ)`);
  return times.length === 0 ? null : parsed(what, () => parsePlatformTime(times[0]!));
}

/** By the documented place, its first line; else the one text of the card that is a state and no button, if it can be nothing else. */
function readStatus(card: Element, asides: ReadonlySet<Element>): OrderStatus {
  const place = card.querySelector(selectors.status) ?? card.querySelector(selectors.statusColumn);
  if (place) {
    const statuses = linesOf(place)
      .filter((text) => !/\d/.test(text))
      .map(jdStatusOf);
    // Where a parcel is stands beside a state, too.
    const isKnown = (text: string) => jdStatusOf(text) !== 'unknown' && !jdTrackLabels.has(text);
    // Words that no table knows, and a state among them: one of the two is not the order's.
    if (statuses.length === 0) throw new ReadError('order status');
    if (statuses[0] === 'unknown' && textPieces(place).some(({ text }) => isKnown(text)))
      throw new ReadError('order status');
    return statuses[0]!;
  }
  // Columns have kept their names, and this one is not among them: the seller switched it off.
  if (card.querySelector('[prop]')) return 'unknown';
  const words = elementsReading(card, /^\S{2,12}$/, { maxLength: 12, without: asides })
    .filter((element) => element.closest('button, a') === null)
    .map(textOf);
  const isKnown = (text: string) => jdStatusOf(text) !== 'unknown';
  const lines = linesOf(card, { links: false, without: asides }).filter(isKnown);
  const labels = [...lines, ...words.filter(isKnown)];
  // What no table knows may be the order's state, and the known one a remark; a piece of a state is no word of its own.
  const others = words.filter((text) => !isKnown(text) && !lines.some((line) => line.includes(text)));
  if (others.some(isLikeJdStatus)) throw new ReadError('order status');
  const statuses = new Set(labels.filter((label) => !jdTrackLabels.has(label)).map(jdStatusOf));
  if (statuses.size > 1) throw new ReadError('order status (several differ)');
  if (statuses.size === 0) throw new ReadError('order status');
  return [...statuses][0]!;
}
