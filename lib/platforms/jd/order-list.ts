/**
 * JD order list: shop.jd.com/jdm/trade/orders/order-list, a card per order, columns the seller can switch off.
 * Facts: PLATFORM-JD sections 3.2 to 3.6. Anchors, strongest first: documented class or `prop`, the label a person reads,
 * the value's own shape. A column without any anchor is off (null); one that is there but cannot be read is a reject.
 */
import { buyerOfKey, buyerOfNick, isMask, type Buyer } from '../../model/identity.ts';
import type { OrderItem, OrderStatus } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import type { PageReader } from '../page-reader.ts';
import { agreedAmount, amountsIn } from '../reading/amounts.ts';
import { ReadError } from '../reading/read-error.ts';
import { recordRoots, type IdSighting } from '../reading/records.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { clean, elementsReading, linesOf, textOf, wholeText } from '../reading/text.ts';
import { jdShopHints } from './shop-hints.ts';
import { jdStatusLabels, jdStatusOf } from './status-labels.ts';

const selectors = {
  card: '.order-list-card-table .table-body > .card, .table-body .card:has(.card-header)',
  orderId: '.shop-order-id, [class*="shop-order-id"]',
  receivables: '[prop="receivables"]',
  consignee: '[prop="consigneeInfo"]',
  pin: '.user-pin, [class*="user-pin"]',
  status: '[prop="orderStatus"] .order-status, .table-cared-order-status-column .order-status, .order-status',
  statusColumn: '[prop="orderStatus"]',
  item: '.sku-info-list__item',
  itemName: '.sku-name',
  itemLink: 'a[href*="item.jd.com/"]',
  remark: '.remark-cell__text, [class*="remark-cell"]',
};

const ORDER_ID = /^(?:订单(?:号|编号)\s*[:：]?\s*)?(\d{16})$/;
const PLACED = /(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})\s*下单|下单时间\s*[:：]?\s*(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})/g;
const PAID = /(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})\s*付款|付款时间\s*[:：]?\s*(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})/g;
const AMOUNT_LABELS = new Set(['', '应收', '商家应收', '应收金额', '实收', '实收款', '实付', '实付款', '应付', '应付金额', '订单金额']);
const FREIGHT_LABELS = new Set(['运费', '快递费', '运费金额']);
const PIN_LABEL = /^(?:下单[帐账]号|用户[帐账]号|客户[帐账]号|买家[帐账]号|用户名|咚咚号)\s*[:：]?\s*(\S.*)$/;

export const jdOrderListReader: PageReader = {
  platform: 'jd',
  page: 'order-list',
  matches: (url) =>
    (url.hostname === 'shop.jd.com' && /^\/jdm\/trade\/orders?\/(order-?list|orderList)/i.test(url.pathname)) ||
    (url.hostname === 'trade-order-jdm.jd.com' && /^\/orderList\b/i.test(url.pathname)),
  read(document, memory) {
    const reading = readRows(orderCards(document), readCard, memory);
    return {
      batch: {
        platform: 'jd',
        page: 'order-list',
        shopHints: jdShopHints(document),
        orders: reading.rows.map((row) => row.order),
        chat: null,
        rejects: reading.rejects,
        health: reading.health,
      },
      rows: reading.rows,
      conversations: [],
      editor: null,
    };
  },
};

/** Every order the page shows: the documented cards, and whatever else holds exactly one order id. Skeletons are not orders. */
function orderCards(document: Document): Element[] {
  if (!document.body) return [];
  const cards = [...document.querySelectorAll(selectors.card)].filter((card) => !card.parentElement?.closest(selectors.card));
  const sightings: IdSighting[] = [];
  for (const element of elementsReading(document.body, ORDER_ID, 40)) {
    if (cards.some((card) => card.contains(element))) continue;
    sightings.push({ id: orderIdIn(element)!, element });
  }
  const others = recordRoots(sightings, document.body, (root) => placedTimes(root).length > 0 && jdStatusElement(root) !== null);
  return [...cards.filter((card) => /\d/.test(card.textContent ?? '')), ...[...others.values()].filter((root) => placedTimes(root).length > 0)];
}

function orderIdIn(element: Element): string | null {
  return ORDER_ID.exec(textOf(element))?.[1] ?? null;
}

function readCard(card: Element): RowReading {
  const pin = pinElement(card);
  const placed = placedTimes(card);
  if (placed.length !== 1) throw new ReadError(placed.length === 0 ? 'order time' : 'order time (several differ)');
  const paid = timesOf(card, PAID);
  if (paid.length > 1) throw new ReadError('payment time (several differ)');
  const amounts = orderAmounts(card);
  return {
    order: {
      orderId: readOrderId(card),
      placedAt: parsePlatformTime(placed[0]!),
      paidAt: paid[0] ? parsePlatformTime(paid[0]) : null,
      status: readStatus(card),
      amountFen: amounts.amountFen,
      freightFen: amounts.freightFen,
      buyer: readBuyer(pin),
      items: itemRoots(card).map(readItem),
    },
    buyerElement: pin ?? card.querySelector(selectors.orderId),
  };
}

function readOrderId(card: Element): string {
  const anchored = card.querySelectorAll(selectors.orderId);
  const elements = anchored.length > 0 ? [...anchored].flatMap((anchor) => elementsReading(anchor, ORDER_ID, 40)) : elementsReading(card, ORDER_ID, 40);
  const ids = new Set(elements.map(orderIdIn));
  if (ids.size !== 1) throw new ReadError(ids.size === 0 ? 'order id' : 'order id (several differ)');
  return [...ids][0]!;
}

function timesOf(card: Element, pattern: RegExp): string[] {
  return [...new Set([...linesOf(card).join('\n').matchAll(pattern)].map((match) => (match[1] ?? match[2])!))];
}

function placedTimes(card: Element): string[] {
  return timesOf(card, PLACED);
}

function jdStatusElement(card: Element): Element | null {
  return (
    card.querySelector(selectors.status) ??
    elementsReading(card, /^\S{2,12}$/, 12).find((element) => Object.hasOwn(jdStatusLabels, textOf(element))) ??
    null
  );
}

function readStatus(card: Element): OrderStatus {
  const element = jdStatusElement(card);
  if (element) return jdStatusOf(linesOf(element)[0] ?? '');
  if (card.querySelector(selectors.statusColumn)) throw new ReadError('order status');
  return 'unknown';
}

function orderAmounts(card: Element): { amountFen: number | null; freightFen: number | null } {
  const column = card.querySelector(selectors.receivables);
  const items = itemRoots(card);
  const scope = column ?? card;
  const all = amountsIn(scope);
  const itemAmounts = column ? [] : items.flatMap(amountsIn);
  const outside = itemAmounts.length === 0 ? all : withoutFirst(all, itemAmounts);
  const amountFen = agreedAmount(
    outside.filter((amount) => AMOUNT_LABELS.has(amount.label)),
    'amount',
  );
  if (column && amountFen === null) throw new ReadError('amount');
  return {
    amountFen,
    freightFen: agreedAmount(
      outside.filter((amount) => FREIGHT_LABELS.has(amount.label)),
      'freight',
    ),
  };
}

/** `all` less one equal entry for each of `some`. */
function withoutFirst<T extends { label: string; fen: number }>(all: readonly T[], some: readonly T[]): T[] {
  const rest = [...all];
  for (const { label, fen } of some) {
    const index = rest.findIndex((entry) => entry.label === label && entry.fen === fen);
    if (index >= 0) rest.splice(index, 1);
  }
  return rest;
}

/** Where the buyer's account stands: by its class, its label, or in the consignee column as the text that is neither address nor phone. */
function pinElement(card: Element): Element | null {
  const byClass = [...card.querySelectorAll(selectors.pin)].filter((element) => textOf(element) !== '');
  if (byClass.length > 0) return byClass.find((element) => !byClass.some((other) => other !== element && element.contains(other)))!;
  const byLabel = elementsReading(card, PIN_LABEL, 60)[0];
  if (byLabel) return byLabel;
  const consignee = card.querySelector(selectors.consignee);
  if (!consignee) return null;
  const isPlain = (text: string) => text !== '' && !/[，,]/.test(text) && !/\*{4,}/.test(text) && !/^1[\d*]{10}(-\d{4})?$/.test(text);
  const leaves = elementsReading(consignee, /^\S{2,60}$/, 60).filter((element) => isPlain(textOf(element)));
  return leaves.length === 1 ? leaves[0]! : null;
}

function readBuyer(element: Element | null): Buyer {
  if (!element) return buyerOfNick(null);
  const text = wholeText(element);
  const pin = clean(PIN_LABEL.exec(text)?.[1] ?? text);
  const isCut = /(…|\.{3})$/.test(pin);
  return isCut || isMask(pin) ? { display: pin, key: null, quality: 'masked' } : buyerOfKey(pin);
}

function itemRoots(card: Element): Element[] {
  const anchored = [...card.querySelectorAll(selectors.item)];
  if (anchored.length > 0) return anchored;
  const sightings: IdSighting[] = [...card.querySelectorAll(selectors.itemLink)].map((element) => ({
    id: /item\.jd\.com\/(\d+)/.exec(element.getAttribute('href') ?? '')?.[1] ?? '',
    element,
  }));
  const roots = recordRoots(sightings, card, (root) => amountsIn(root).length > 0 && quantityIn(root) !== null);
  return [...roots.values()];
}

function quantityIn(root: Element): number | null {
  const quantities = new Set(elementsReading(root, /^(?:[x×X]|数量\s*[:：]?)\s*\d{1,6}$/, 16).map((element) => Number(/\d+$/.exec(textOf(element))![0])));
  return quantities.size === 1 ? [...quantities][0]! : null;
}

function readItem(item: Element): OrderItem {
  const name = item.querySelector(selectors.itemName) ?? item.querySelector(selectors.itemLink);
  const title = name ? wholeText(name) : '';
  const quantity = quantityIn(item);
  if (title === '') throw new ReadError('item title');
  if (quantity === null) throw new ReadError('item quantity');
  const sku = /skuId\s*[:：]?\s*(\d{5,20})/i.exec(textOf(item))?.[1];
  const linked = /item\.jd\.com\/(\d+)/.exec(item.querySelector(selectors.itemLink)?.getAttribute('href') ?? '')?.[1];
  if (sku && linked && sku !== linked) throw new ReadError('sku id (several differ)');
  return {
    title: title.slice(0, 500),
    quantity,
    unitPriceFen: agreedAmount(amountsIn(item), 'unit price'),
    skuId: sku ?? linked ?? null,
    afterSale: 'none',
  };
}
