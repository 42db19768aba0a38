/**
 * One order of the old Taobao pages: trade_order_detail.htm, trade_item_detail.htm, orderDetail.htm. It stands in the inline
 * data, `var data = JSON.parse('…')` with `mainOrder`, known from a captured page of 2018 and a public parser: number and times
 * as labelled pairs, what was received in `payInfo.actualFee`, the sum of the goods and the freight in `totalPrice`, and per
 * line a price before its promotion (省 211.00 元). Anchors are held against each other: the id against the labelled number,
 * what was received against goods and freight, the lines against the goods. Ids of the lines are rounded and not used; the
 * receiver (`tabs`, name, phone, mail of the buyer) is never looked at.
 */
import type { Buyer } from '../../model/identity.ts';
import type { Fen } from '../../model/money.ts';
import type { Order, OrderItem, OrderStatus } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { ordersReading, type PageReader } from '../page-reader.ts';
import { textOfEntities } from '../reading/entities.ts';
import { fieldsOf, isFields, textIn, type Fields } from '../reading/fields.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { orderRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { buyerInData, countOf, skuIdOf, yuanIn } from './data-values.ts';
import { amountNameOf, orderIdName, paidName, placedName } from './detail-labels.ts';
import { listOf, namedValue, nodeTexts } from './detail-nodes.ts';
import { parsedLiterals } from './inline-json.ts';
import { addressedOrderId, agreeingWith } from './order-address.ts';
import { tmallOrderDetailOldReader } from './order-detail-tmall.ts';
import { paidAtOf } from './paid-at.ts';
import { taobaoShopHints } from './shop-hints.ts';
import { taobaoAfterSaleOf, taobaoServiceTitles, taobaoStatusOf } from './status-labels.ts';

const DATA = /\bdata\s*=\s*JSON\.parse\(\s*['"][^\n]{0,200}?mainOrder\b/;
const LOST: Fields = {};
const AMOUNT = /^[¥￥]?\s*[\d,]+(?:\.\d{1,2})?$/;
const FREIGHT = /(?:快递|运费|邮费|EMS|平邮)\s*(?:[(（][^)）]*[)）])?\s*[:：]/;
const FREIGHT_AMOUNT = new RegExp(`${FREIGHT.source}\\s*[¥￥]?\\s*([\\d,]+(?:\\.\\d{1,2})?)(?![\\d.,])`, 'g');
const SAVED = /省\s*[¥￥]?\s*([\d,]+(?:\.\d{1,2})?)\s*元/;

export const taobaoOrderDetailOldReader: PageReader = {
  platform: 'taobao',
  page: 'order-detail',
  matches: (url) =>
    /^trade(archive)?\.taobao\.com$/.test(url.hostname) &&
    /^\/(trade\/detail\/trade_(order|item)_detail|(trade\/)?detail\/orderDetail)\.htm$/.test(url.pathname),
  read(document, memory, url) {
    const addressed = addressedOrderId(url);
    const orders = mainOrders(document);
    // Archived orders of both marketplaces are at one address.
    if (orders.length === 0) return tmallOrderDetailOldReader.read(document, memory, url);
    const reading = readRows(
      orderRows,
      orders,
      (order) => ({ value: readOrder(order, addressed), buyerElement: null }),
      memory,
      `order-detail ${addressed}`,
    );
    return ordersReading('taobao', 'order-detail', taobaoShopHints(document), reading);
  },
};

/** The order of the data; data that is there and cannot be read is an order that is lost. */
function mainOrders(document: Document): Fields[] {
  const orders = [...parsedLiterals(document, 'mainOrder')].flatMap((data) =>
    isFields(data) && isFields(data.mainOrder) ? [data.mainOrder] : [],
  );
  const isLost = () =>
    [...document.querySelectorAll('script:not([src])')].some((script) => DATA.test(script.textContent ?? ''));
  return orders.length === 0 && isLost() ? [LOST] : orders;
}

function readOrder(main: Fields, addressed: string | null): Order {
  if (main === LOST) throw new ReadError('order data');
  const { lines } = fieldsOf(main.orderInfo);
  const placed = namedValue(lines, placedName, 'order time');
  const placedAt = parsed('order time', () => parsePlatformTime(placed ?? ''));
  const status = statusOf(main);
  const { amountFen, freightFen, goodsFen } = amountsOf(main, status);
  return {
    orderId: agreeingWith(addressed, orderIdOf(main.id, namedValue(lines, orderIdName, 'order id'))),
    placedAt,
    paidAt: paidAtOf(namedValue(lines, paidName, 'payment time'), placedAt, status),
    status,
    amountFen,
    freightFen,
    buyer: buyerOf(main.buyer),
    items: itemsOf(main.subOrders, goodsFen),
  };
}

/** The id of the data and the labelled number; a number that JSON has rounded is held against the labelled one only. */
function orderIdOf(id: unknown, labelled: string | null): string {
  const isId = (text: unknown): text is string => typeof text === 'string' && /^\d{15,20}$/.test(text);
  if (labelled !== null && !isId(labelled)) throw new ReadError('order id');
  const found = isId(id) ? id : labelled;
  if (found === null) throw new ReadError('order id');
  const isOther = typeof id === 'number' ? Number(found) !== id : isId(id) && labelled !== null && labelled !== id;
  if (isOther || (typeof id === 'string' && !isId(id))) throw new ReadError('order id (several differ)');
  return found;
}

function statusOf(main: Fields): OrderStatus {
  const { text } = fieldsOf(main.statusInfo);
  if (typeof text !== 'string') throw new ReadError('order status');
  return taobaoStatusOf(text);
}

interface Amounts {
  amountFen: Fen;
  freightFen: Fen | null;
  goodsFen: Fen | null;
}

/** What was received is goods and freight; only of an order that was closed nothing may have been received. */
function amountsOf(main: Fields, status: OrderStatus): Amounts {
  const { name, value } = fieldsOf(fieldsOf(main.payInfo).actualFee);
  if (textIn(name) !== '' && amountNameOf(textIn(name)) !== 'received') throw new ReadError('amount (unknown label)');
  const amountFen = yuanIn(textIn(value), 'amount');
  const texts = nodeTexts(main.totalPrice);
  const first = texts[0] ?? '';
  const goodsFen = AMOUNT.test(first) ? yuanIn(first, 'sum of the goods') : null;
  const freightFen = freightIn(texts.join(''));
  const isNothingOfClosed = status === 'cancelled' && amountFen === 0;
  if (goodsFen !== null && !isNothingOfClosed && goodsFen + (freightFen ?? 0) !== amountFen)
    throw new ReadError('amount (several differ)');
  return { amountFen, freightFen, goodsFen };
}

/** "458.00(快递:12.00)" */
function freightIn(text: string): Fen | null {
  const amounts = new Set([...text.matchAll(FREIGHT_AMOUNT)].map((match) => yuanIn(match[1]!, 'freight')));
  if (amounts.size > 1) throw new ReadError('freight (several differ)');
  if (amounts.size === 0 && FREIGHT.test(text)) throw new ReadError('freight');
  return [...amounts][0] ?? null;
}

/** Nick and numeric id; the other parts of the buyer (name, phone, mail, place) are not touched. */
function buyerOf(value: unknown): Buyer {
  const { nick, id, encodeId } = fieldsOf(value);
  const textOrNull = (each: unknown) => (typeof each === 'string' ? each : null);
  const uid = typeof id === 'number' || typeof id === 'string' ? id : null;
  return buyerInData({ nick: textOrNull(nick), id: uid, encodeId: textOrNull(encodeId) }, null);
}

interface DataLine {
  item: OrderItem;
  totalFen: Fen;
  isReduced: boolean;
}

/** The lines, whose prices less their promotions are the sum of the goods; a promotion that this does not prove is no deal price. */
function itemsOf(subOrders: unknown, goodsFen: Fen | null): OrderItem[] {
  const lines = listOf(subOrders).map(lineOf);
  if (lines.length === 0) throw new ReadError('order lines');
  const sumFen = lines.reduce((sum, { totalFen }) => sum + totalFen, 0);
  if (goodsFen === null ? lines.some(({ isReduced }) => isReduced) : sumFen !== goodsFen)
    throw new ReadError('unit price (far from the sum)');
  const items = lines.map(({ item }) => item).filter(({ title }) => !taobaoServiceTitles.test(title));
  if (items.length === 0) throw new ReadError('order lines');
  return items;
}

function lineOf(value: unknown): DataLine {
  const line = fieldsOf(value);
  const info = fieldsOf(line.itemInfo);
  const title = textOfEntities(textIn(info.title)).slice(0, 500);
  if (title === '') throw new ReadError('item title');
  const quantity = countOf(line.quantity);
  const promotions = nodeTexts(line.promotionInfo);
  const totalFen = yuanIn(textIn(line.priceInfo), 'unit price') * quantity - savedIn(promotions);
  if (totalFen < 0) throw new ReadError('unit price');
  return {
    item: {
      title,
      quantity,
      // What is not a whole number of fen each has no price of one piece.
      unitPriceFen: totalFen % quantity === 0 ? totalFen / quantity : null,
      skuId: skuIdOf(info.skuId),
      afterSale: taobaoAfterSaleOf(nodeTexts(line.tradeStatus)),
    },
    totalFen,
    isReduced: promotions.some((text) => /\d/.test(text)),
  };
}

/** What the known promotions of a line take off its price. */
function savedIn(texts: readonly string[]): Fen {
  return texts.reduce((sum, text) => {
    const saved = SAVED.exec(text)?.[1];
    return sum + (saved === undefined ? 0 : yuanIn(saved, 'unit price'));
  }, 0);
}
