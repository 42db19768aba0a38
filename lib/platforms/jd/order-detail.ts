/**
 * JD's page of one order: shop.jd.com/jdm/trade/orders/order-details?orderId=…. Of its markup little is known for certain (its
 * address, the frame it lies in, a few class names), so everything is found by the label that a person reads, by its shape, and by
 * where it stands. The address names the order a second time, the sum of the lines the goods, goods less discounts with freight the
 * amount; where two of these do not agree the order is a reject. Receiver, phone, address and parcel are left out whole.
 */
import type { OrderItem, OrderStatus, SeenOrder } from '../../model/order.ts';
import { buyerOfNick, type Buyer } from '../../model/identity.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { ordersReading, type PageReader } from '../page-reader.ts';
import { isStep, notesIn, praiseIn } from '../reading/asides.ts';
import { layersOf } from '../reading/layers.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { isWithin, recordRoots } from '../reading/records.ts';
import { orderRows } from '../reading/row-kinds.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { elementsReading, HAN, linesOf, textOf, textPieces, wholeReading } from '../reading/text.ts';
import { onePin, PLAIN_PIN, readBuyer, type Pin } from './card-buyer.ts';
import { readDetailAmounts } from './detail-amounts.ts';
import { detailItemRoots, readDetailItem } from './detail-items.ts';
import * as labels from './detail-labels.ts';
import { piecesOf, shapes, valueOf, type OrderScope } from './labelled-values.ts';
import { ITEM_LINK } from './order-items.ts';
import { jdShopHints } from './shop-hints.ts';
import { jdStatusLabels, jdStatusOf, jdTrackLabels } from './status-labels.ts';

/** Other pages kept behind this one, who receives the parcel and its way, and what people wrote. */
const ELSEWHERE = [
  '.order-list-card-table',
  '.consignee-info-content, [class*="consignee-info"], [class*="logistics"], [class*="remark"]',
].join(',');
const ORDER_ID = new RegExp(String.raw`^(?:(?:${labels.orderIdLabels.join('|')})\s*[:：]?\s*)?\d{16}(?!\d)`);
/** Of a text that begins with the number, and may go on with times. */
const ID_CHARS = 160;
const LABELLED_ID = new RegExp(String.raw`^(?:${labels.orderIdLabels.join('|')})\s*[:：]?\s*(\d{16})(?!\d)`);
const PLACED = new RegExp(String.raw`(?:${labels.placedLabels.join('|')})\s*[:：]?\s*\d{4}-`);
const KINDS = [
  labels.orderIdLabels,
  labels.placedLabels,
  labels.paidLabels,
  labels.statusLabels,
  labels.accountLabels,
  labels.amountLabels,
  labels.goodsLabels,
  labels.freightLabels,
  labels.discountLabels,
  labels.discountPartLabels,
].map((kind) => new RegExp(String.raw`(?<![${HAN}])(?:${kind.join('|')})`, 'u'));
const STATE = new RegExp(`^(?:${Object.keys(jdStatusLabels).join('|')})$`);
const ACCOUNT_CLASS = '.user-pin, [class*="user-pin"]';

export const jdOrderDetailReader: PageReader = {
  platform: 'jd',
  page: 'order-detail',
  matches: (url) => url.hostname === 'shop.jd.com' && /^\/jdm\/trade\/orders?\/order-?details?\/?$/i.test(url.pathname),
  read(document, memory, url) {
    const addressed = url.searchParams.get('orderId');
    const { body } = document;
    const read = (root: Element) => readOrder(root, addressed);
    // The same element shows another order once the address names another.
    const orders = readRows(orderRows, body && showsAnOrder(body) ? [body] : [], read, memory, `order ${addressed}`);
    return ordersReading('jd', 'order-detail', jdShopHints(document), orders);
  },
};

function scopeOf(root: Element, without: ReadonlySet<Element>): OrderScope {
  return { root, without, lines: linesOf(root, { struck: false, without }) };
}

function elsewhereIn(body: Element): Set<Element> {
  return new Set([...body.querySelectorAll(ELSEWHERE), ...layersOf(body), ...notesIn(body), ...praiseIn(body)]);
}

/** Two of: an order's number, a time, an amount, a line. A page that still loads has its labels and perhaps the number of its address. */
function showsAnOrder(body: Element): boolean {
  const elsewhere = elsewhereIn(body);
  const { lines } = scopeOf(body, elsewhere);
  const text = lines.join('\n');
  const signs = [
    new RegExp(String.raw`(?:${labels.orderIdLabels.join('|')})\s*[:：]?\s*\d{16}(?!\d)`).test(text),
    /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/.test(text),
    new RegExp(String.raw`(?:${labels.amountLabels.join('|')})\s*[:：]?\s*[¥￥]\s*\d`).test(text),
    [...body.querySelectorAll(ITEM_LINK)].some((link) => !isWithin(link, elsewhere)),
  ];
  return signs.filter(Boolean).length >= 2;
}

function readOrder(body: Element, addressed: string | null): RowReading<SeenOrder> {
  const elsewhere = elsewhereIn(body);
  for (const other of otherOrders(body, elsewhere, addressed)) elsewhere.add(other);
  const root = orderRoot(body, elsewhere);
  const itemElements = detailItemRoots(root, elsewhere);
  const scope = scopeOf(root, new Set([...elsewhere, ...itemElements]));
  const orderId = readOrderId(scope, addressed);
  const placedAt = timeOf(scope, labels.placedLabels, 'order time');
  if (placedAt === null) throw new ReadError('order time');
  const status = readStatus(scope);
  const paidAt = isStillToPay(scope, status) ? null : timeOf(scope, labels.paidLabels, 'payment time');
  if (paidAt !== null && (paidAt < placedAt || status === 'unpaid')) throw new ReadError('payment time');
  const items = readItems(root, scope, itemElements);
  const pin = pinOf(scope);
  return {
    value: {
      orderId,
      placedAt,
      paidAt,
      status,
      ...readDetailAmounts(scope, items, status),
      buyer: buyerOf(pin),
      items,
    },
    buyerElement: pin?.element ?? orderIdElement(scope, orderId),
  };
}

/**
 * The smallest piece of the page around the order's number that has all that the page has of an order: every kind of label, every
 * linked article, a state. What the console says around it (今日实收) is outside.
 */
function orderRoot(body: Element, elsewhere: ReadonlySet<Element>): Element {
  const shown = elementsReading(body, ORDER_ID, { maxLength: ID_CHARS, without: elsewhere, sign: /\d/ });
  const signs = (root: Element) => {
    const { lines } = scopeOf(root, elsewhere);
    const links = [...root.querySelectorAll(ITEM_LINK)].filter((link) => !isWithin(link, elsewhere)).length;
    const kinds = KINDS.filter((kind) => lines.some((line) => kind.test(line))).length;
    return links + kinds + (lines.some((line) => STATE.test(line)) ? 1 : 0);
  };
  const all = signs(body);
  const roots = recordRoots(
    shown.map((element) => ({ id: '', element })),
    body,
    (root) => signs(root) === all,
  );
  return roots.get('') ?? body;
}

/** Where the page shows the order of its address: the pieces around the numbers of others that have a time of order of their own. */
function otherOrders(body: Element, elsewhere: ReadonlySet<Element>, addressed: string | null): Element[] {
  const shown = elementsReading(body, LABELLED_ID, { maxLength: ID_CHARS, without: elsewhere, sign: /\d/ });
  const sightings = shown.map((element) => ({ id: LABELLED_ID.exec(textOf(element))?.[1] ?? '', element }));
  if (sightings.every(({ id }) => id !== addressed)) return [];
  return [...recordRoots(sightings, body, () => true)].flatMap(([id, root]) =>
    id !== addressed && PLACED.test(textOf(root)) ? [root] : [],
  );
}

/** As the page labels it; the address must not name another. */
function readOrderId(scope: OrderScope, addressed: string | null): string {
  const orderId = valueOf(scope, labels.orderIdLabels, shapes.orderId, 'order id');
  if (orderId === null) throw new ReadError('order id');
  if (addressed !== null && addressed !== orderId) throw new ReadError('order id (page and address differ)');
  return orderId;
}

function orderIdElement({ root, without }: OrderScope, orderId: string): Element | null {
  const shown = new RegExp(`(?<!\\d)${orderId}(?!\\d)`);
  return elementsReading(root, shown, { without, sign: /\d/ })[0] ?? null;
}

function timeOf(scope: OrderScope, names: labels.Labels, what: string): number | null {
  const time = valueOf(scope, names, shapes.time, what);
  return time === null ? null : parsed(what, () => parsePlatformTime(time));
}

/** An order that waits for its payment may have the label of its time, and nothing behind it. */
function isStillToPay({ lines }: OrderScope, status: OrderStatus): boolean {
  const label = new RegExp(`^(?:${labels.paidLabels.join('|')})`);
  const isBlank = (line: string, index: number) =>
    line.replace(label, '').replace(/^\s*[:：]\s*/, '') === '' && !/^\d/.test(lines[index + 1] ?? '');
  return status === 'unpaid' && lines.every((line, index) => !label.test(line) || isBlank(line, index));
}

function readItems(root: Element, { without }: OrderScope, elements: readonly Element[]): OrderItem[] {
  if (elements.length === 0) throw new ReadError('order lines');
  // An article linked outside of all lines is a line that would get lost.
  if ([...root.querySelectorAll(ITEM_LINK)].some((link) => !isWithin(link, without)))
    throw new ReadError('order lines');
  return elements.map(readDetailItem);
}

/** By its label; without one, the one text of the page that is a state and no button, if it can be nothing else. */
function readStatus(scope: OrderScope): OrderStatus {
  const labelled = piecesOf(scope, labels.statusLabels, 'order status').filter((pieces) => pieces.length > 0);
  if (labelled.length > 0) {
    const states = labelled.map(stateOf);
    if (new Set(states).size > 1) throw new ReadError('order status (several differ)');
    return states[0]!;
  }
  const { root, without, lines } = scope;
  const states = elementsReading(root, STATE, { maxLength: 14, without })
    .map((piece) => wholeReading(piece, STATE))
    .filter((element) => element.closest('button, a') === null && !isStep(element))
    .map(textOf)
    .filter((text) => lines.includes(text) && !jdTrackLabels.has(text))
    .map(jdStatusOf);
  if (new Set(states).size > 1) throw new ReadError('order status (several differ)');
  return states[0] ?? unreadable('order status');
}

/** Words that no table knows, and a state among them: one of the two is not the order's. */
function stateOf(pieces: readonly { text: string }[]): OrderStatus {
  const whole = jdStatusOf(pieces.map(({ text }) => text).join(''));
  if (whole !== 'unknown') return whole;
  return pieces.some(({ text }) => jdStatusOf(text) !== 'unknown') ? unreadable('order status') : 'unknown';
}

function unreadable(what: string): never {
  throw new ReadError(what);
}

/** The account: by its class, by its labels; all of them must name one. */
function pinOf(scope: OrderScope): Pin | null {
  const byClass = [...scope.root.querySelectorAll(ACCOUNT_CLASS)].filter(
    (element) => !isWithin(element, scope.without),
  );
  const anchored = byClass.flatMap(textPieces);
  if (byClass.length > 0 && anchored.length === 0) throw new ReadError('buyer');
  const accounts = piecesOf(scope, labels.accountLabels, 'buyer');
  const persons = piecesOf(scope, labels.personLabels, 'buyer');
  // A name in Chinese behind 客户 may be that of the receiver.
  if (persons.flat().some(({ text }) => !PLAIN_PIN.test(text) && !text.includes('*'))) throw new ReadError('buyer');
  const places = [anchored, ...accounts, ...persons].map(onePin);
  return onePin(places.filter((pin) => pin !== null));
}

function buyerOf(pin: Pin | null): Buyer {
  return pin ? readBuyer(pin) : buyerOfNick(null);
}
