/**
 * One order of the old Tmall page, trade.tmall.com/detail/orderDetail.htm. It stands in the inline data, `var detailData = {…}`,
 * known from one public parser: state in `overStatus`, times in the steps of `stepbar`, amounts with their labels in
 * `amount.count` (one text, or what stands before and behind the point), lines in `orders.list[].status[].subOrders`. Where the
 * data names the order's number is not known for certain: a labelled one and the address are taken, and must agree. The buyer
 * has no known place, and `basic` is looked at for labelled numbers and times only, never for the receiver.
 */
import { buyerOfNick } from '../../model/identity.ts';
import type { Fen } from '../../model/money.ts';
import type { OrderItem, SeenOrder } from '../../model/order.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { ordersReading, type PageReader } from '../page-reader.ts';
import { takenOffIn } from '../reading/amounts.ts';
import { textOfEntities } from '../reading/entities.ts';
import { fieldsOf, textIn, type Fields } from '../reading/fields.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { orderRows } from '../reading/row-kinds.ts';
import { readRows } from '../reading/rows.ts';
import { countOf, skuIdOf, yuanIn } from './data-values.ts';
import {
  amountNameOf,
  orderIdName,
  paidName,
  paidStep,
  placedName,
  placedStep,
  type AmountName,
} from './detail-labels.ts';
import { listOf, nodeTexts } from './detail-nodes.ts';
import { assignedObject } from './inline-json.ts';
import { addressedOrderId, agreeingWith } from './order-address.ts';
import { paidAtOf } from './paid-at.ts';
import { taobaoShopHints } from './shop-hints.ts';
import { taobaoAfterSaleOf, taobaoServiceTitles, taobaoStatusOf } from './status-labels.ts';

const LOST: Fields = {};

export const tmallOrderDetailOldReader: PageReader = {
  platform: 'taobao',
  page: 'order-detail',
  matches: (url) =>
    /^trade(archive)?\.tmall\.com$/.test(url.hostname) && /^\/(trade\/)?detail\/orderDetail\.htm$/.test(url.pathname),
  read(document, memory, url) {
    const addressed = addressedOrderId(url);
    const data = assignedObject(document, 'detailData');
    const reading = readRows(
      orderRows,
      data === undefined ? [] : [data ?? LOST],
      (order) => ({ value: readOrder(order, addressed), buyerElement: null }),
      memory,
      `order-detail ${addressed}`,
    );
    return ordersReading('taobao', 'order-detail', taobaoShopHints(document), reading);
  },
};

function readOrder(data: Fields, addressed: string | null): SeenOrder {
  if (data === LOST) throw new ReadError('order data');
  const status = taobaoStatusOf(nodeTexts(fieldsOf(fieldsOf(data.overStatus).status).content)[0] ?? '');
  const placed = timeOf(data, placedName, placedStep, 'order time');
  const placedAt = parsed('order time', () => parsePlatformTime(placed ?? ''));
  const amounts = amountsOf(data.amount);
  return {
    orderId: orderIdOf(data, addressed),
    placedAt,
    paidAt: paidAtOf(timeOf(data, paidName, paidStep, 'payment time'), placedAt, status),
    status,
    amountFen: orderAmount(amounts),
    freightFen: amounts.get('freight') ?? null,
    ...takenOffIn(labelledIn(data.amount).map((each) => `${each.label} ${textIn(fieldsOf(each.data.money).text)}`)),
    buyer: buyerOfNick(null),
    items: itemsOf(data.orders, amounts.get('goods') ?? null),
  };
}

/** The texts of the basic entries with a known key; the others (收货地址, 买家留言) are passed over. */
function basicValues(data: Fields, key: RegExp): string[] {
  return listOf(fieldsOf(data.basic).lists).flatMap((each) => {
    const entry = fieldsOf(each);
    return key.test(textIn(entry.key)) ? [nodeTexts(entry.content)[0] ?? ''] : [];
  });
}

function orderIdOf(data: Fields, addressed: string | null): string {
  const ids = new Set(basicValues(data, orderIdName));
  if (ids.size > 1) throw new ReadError('order id (several differ)');
  const orderId = [...ids][0] ?? addressed;
  if (orderId === null || !/^\d{15,20}$/.test(orderId)) throw new ReadError('order id');
  return agreeingWith(addressed, orderId);
}

/** By its label, or by the step of the bar; a step that was not reached has no time. */
function timeOf(data: Fields, label: RegExp, step: RegExp, what: string): string | null {
  const steps = listOf(fieldsOf(data.stepbar).options).flatMap((each) => {
    const { content, time } = fieldsOf(each);
    return step.test(textIn(content)) ? [textIn(time)] : [];
  });
  const times = new Set([...basicValues(data, label), ...steps].filter((time) => time !== '' && time !== '-'));
  if (times.size > 1) throw new ReadError(`${what} (several differ)`);
  return [...times][0] ?? null;
}

function labelledIn(amount: unknown): { label: string; data: Fields }[] {
  const nodes = listOf(fieldsOf(amount).count).flat().slice(0, 200);
  const values = nodes.flatMap((node) => listOf(fieldsOf(node).content).map((each) => fieldsOf(fieldsOf(each).data)));
  return values.map((data) => ({ label: textIn(fieldsOf(data.titleLink).text), data }));
}

type Amounts = ReadonlyMap<AmountName | 'other', Fen>;

/** Each amount under its name; amounts that no table names are summed up as `other`, to know that there are some. */
function amountsOf(amount: unknown): Amounts {
  const amounts = new Map<AmountName | 'other', Fen>();
  for (const { label, data } of labelledIn(amount)) {
    const name = amountNameOf(label);
    if (name === null) {
      if (label !== '') amounts.set('other', 0);
      continue;
    }
    const fen = moneyOf(data, name === 'freight' ? 'freight' : 'amount');
    if (amounts.has(name) && amounts.get(name) !== fen) throw new ReadError(`${label.slice(0, 20)} (several differ)`);
    amounts.set(name, fen);
  }
  return amounts;
}

/** "￥470.00", or "￥470" and "00" (with the point at one of them, or at none). */
function moneyOf({ money, dotPrefixMoney, dotSufixMoney }: Fields, what: string): Fen {
  const [whole, before, behind] = [money, dotPrefixMoney, dotSufixMoney].map((each) => textIn(fieldsOf(each).text));
  const values = new Set<Fen>();
  if (whole) values.add(yuanIn(whole, what));
  if (before || behind) {
    if (!before || !behind || !/^\.?\d{2}$/.test(behind)) throw new ReadError(what);
    values.add(yuanIn(`${before.replace(/\.$/, '')}.${behind.replace(/^\./, '')}`, what));
  }
  if (values.size !== 1) throw new ReadError(values.size === 0 ? what : `${what} (several differ)`);
  return [...values][0]!;
}

/** What was or is to be received; with nothing taken off, it is goods and freight. */
function orderAmount(amounts: Amounts): Fen {
  const amountFen = amounts.get('received') ?? amounts.get('total');
  if (amountFen === undefined) throw new ReadError('amount');
  const totalFen = amounts.get('total') ?? amountFen;
  const goodsFen = amounts.get('goods');
  const isOther = goodsFen !== undefined && goodsFen + (amounts.get('freight') ?? 0) !== totalFen;
  if (amountFen > totalFen || (isOther && !amounts.has('other'))) throw new ReadError('amount (several differ)');
  return amountFen;
}

function itemsOf(orders: unknown, goodsFen: Fen | null): OrderItem[] {
  const lines = listOf(fieldsOf(orders).list)
    .flatMap((parcel) => listOf(fieldsOf(parcel).status))
    .flatMap((state) => listOf(fieldsOf(state).subOrders))
    .map(lineOf);
  const sumFen = lines.reduce((sum, { quantity, unitPriceFen }) => sum + quantity * (unitPriceFen ?? 0), 0);
  const items = lines.filter(({ title }) => !taobaoServiceTitles.test(title));
  if (items.length === 0) throw new ReadError('order lines');
  if (goodsFen !== null && sumFen !== goodsFen) throw new ReadError('unit price (far from the sum)');
  return items;
}

function lineOf(value: unknown): OrderItem {
  const line = fieldsOf(value);
  const info = fieldsOf(line.itemInfo);
  const title = textOfEntities(textIn(info.title)).slice(0, 500);
  if (title === '') throw new ReadError('item title');
  const prices = new Set(nodeTexts(line.priceInfo).map((text) => yuanIn(text, 'unit price')));
  if (prices.size !== 1) throw new ReadError(prices.size === 0 ? 'unit price' : 'unit price (several differ)');
  return {
    title,
    quantity: countOf(line.quantity),
    unitPriceFen: [...prices][0]!,
    skuId: skuIdOf(info.skuId),
    afterSale: taobaoAfterSaleOf(nodeTexts(line.tradeStatus)),
  };
}
