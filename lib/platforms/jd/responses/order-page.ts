/**
 * JD order list, the answer that the page draws it from: api `…queryOrderPage`. The records are known from a capture of 2026, the
 * envelope from public parsers. Of the receiver and the remarks nothing is looked at, of the parcel the name of its company alone.
 * `orderSum` is never used: it is 0 for many orders that are not.
 */
import { carrierOf } from '../../../model/carrier.ts';
import { buyerOfKey, buyerOfNick, type Buyer } from '../../../model/identity.ts';
import type { Fen } from '../../../model/money.ts';
import type { Order, OrderItem, OrderStatus } from '../../../model/order.ts';
import { textOfEntities } from '../../reading/entities.ts';
import {
  certainId,
  codeIn,
  countIn,
  fenOfYuan,
  fieldsOf,
  instantIn,
  isNone,
  textIn,
  type Fields,
} from '../../reading/fields.ts';
import { ofRecord, ReadError } from '../../reading/read-error.ts';
import { orderRows } from '../../reading/row-kinds.ts';
import { listAt } from '../../responses/find-rows.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { emptyBatch, lostBatch, rowsBatch, type ResponseReader } from '../../responses/response-reader.ts';
import { jdStatusCodes, jdStatusOf } from '../status-labels.ts';

const LIST_PATHS =
  'data.results data.orderList data.list data.result data.data data result.results results orderList'.split(' ');

export const jdOrderPageResponse: ResponseReader = {
  platform: 'jd',
  page: 'order-list',
  matches: (url) => isCall(observedCalls.jdOrders, url),
  read(value) {
    const records = listAt(value, LIST_PATHS);
    if (records) return rowsBatch(this, 'orders', { records, rowKind: orderRows, read: readOrder });
    return isEmptyPage(value) ? emptyBatch('jd', 'order-list') : lostBatch('jd', 'order-list', 'order list');
  },
};

/** A tab without orders may come without a list. */
function isEmptyPage(value: unknown): boolean {
  const { totalItem, total } = fieldsOf(fieldsOf(value).data);
  return Number(totalItem ?? total ?? NaN) === 0;
}

function readOrder(row: Fields): Order {
  const orderId = certainId(row.orderId, 'order id');
  return ofRecord(orderId, () => {
    const placedAt = instantIn(row.orderCreateTime, 'order time');
    if (placedAt === null) throw new ReadError('order time');
    const status = statusOf(fieldsOf(row.orderStatusInfo));
    const payment = fieldsOf(row.orderPaymentInfo);
    const carrier = carrierIn(row);
    return {
      orderId,
      placedAt,
      paidAt: paidAtOf(row.paymentConfirmTime, placedAt, status),
      status,
      amountFen: amountOf(payment),
      freightFen: fenOfYuan(payment.freight, 'freight'),
      buyer: buyerOf(row.userPin),
      items: itemsOf(row.orderItems),
      ...(carrier === undefined ? {} : { carrier }),
    };
  });
}

/** The text counts; the code is held against it, and stands in only where there is no text. */
function statusOf({ orderStatusName, orderStatusDesc, orderStatus }: Fields): OrderStatus {
  const code = codeIn(orderStatus);
  const byCode = Object.hasOwn(jdStatusCodes, code) ? jdStatusCodes[code]! : null;
  const text = textIn(orderStatusName) || textIn(orderStatusDesc);
  if (text === '') {
    if (byCode === null) throw new ReadError('order status');
    return byCode;
  }
  const byText = jdStatusOf(text);
  if (byText !== 'unknown' && byCode !== null && byText !== byCode)
    throw new ReadError('order status (several differ)');
  return byText;
}

function paidAtOf(value: unknown, placedAt: number, status: OrderStatus): number | null {
  const paidAt = instantIn(value, 'payment time');
  if (paidAt !== null && (paidAt < placedAt || status === 'unpaid')) throw new ReadError('payment time');
  return paidAt;
}

/** What the shop receives; before it is settled, what the buyer has to pay. Freight is in both. */
function amountOf({ receivables, shouldPay }: Fields): Fen {
  const amountFen = fenOfYuan(isNone(receivables) ? shouldPay : receivables, 'amount');
  if (amountFen === null) throw new ReadError('amount');
  return amountFen;
}

/** A pin may have any letters, and is the key as it is. */
function buyerOf(userPin: unknown): Buyer {
  const pin = typeof userPin === 'string' ? userPin.trim() : '';
  return pin === '' ? buyerOfNick(null) : buyerOfKey(pin);
}

/** The name stands beside the last parcel alone; it is all parcels' where their companies' numbers are one. */
function carrierIn({ logisticsInfoList, orderLatestTrackInfo }: Fields): string | undefined {
  const parcels = Array.isArray(logisticsInfoList) ? logisticsInfoList : [];
  const companies = new Set(parcels.map((parcel) => codeIn(fieldsOf(parcel).logiCoprId)));
  return companies.size > 1 ? undefined : carrierOf([textIn(fieldsOf(orderLatestTrackInfo).logiCoprName)]);
}

function itemsOf(orderItems: unknown): OrderItem[] {
  const items = (Array.isArray(orderItems) ? orderItems : []).map((item) => itemOf(fieldsOf(item)));
  if (items.length === 0) throw new ReadError('order lines');
  return items;
}

/** A gift is a line at nothing. */
function itemOf({ skuName, num, jdPrice, skuId }: Fields): OrderItem {
  const title = textOfEntities(textIn(skuName)).slice(0, 500);
  if (title === '') throw new ReadError('item title');
  const quantity = countIn(num, 'item quantity');
  if (quantity === null || quantity === 0) throw new ReadError('item quantity');
  return {
    title,
    quantity,
    unitPriceFen: fenOfYuan(jdPrice, 'unit price'),
    skuId: skuIdOf(skuId),
    afterSale: 'none',
  };
}

/** A number that JSON has rounded is none. */
function skuIdOf(skuId: unknown): string | null {
  const id = typeof skuId === 'string' || Number.isSafeInteger(skuId) ? codeIn(skuId) : '';
  return /^[1-9]\d{0,19}$/.test(id) ? id : null;
}
