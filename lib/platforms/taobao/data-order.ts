/**
 * One order of the sold list's data: of `asyncSold.htm`, old page and new console alike, and of the copy that the old page
 * carries inline. Numeric ids in it are already rounded; only texts are ids.
 */
import type { Fen } from '../../model/money.ts';
import type { Order, OrderItem, OrderStatus } from '../../model/order.ts';
import { textOfEntities } from '../reading/entities.ts';
import { agreed, certainId, fenOfYuan, fieldsOf, instantIn, isFields, textIn, type Fields } from '../reading/fields.ts';
import { ofRecord, ReadError } from '../reading/read-error.ts';
import { buyerInData, countOf, skuIdOf, yuanIn } from './data-values.ts';
import { taobaoAfterSaleOf, taobaoServiceTitles, taobaoStatusCodes, taobaoStatusOf } from './status-labels.ts';

const ORDER_ID = /^\d{15,20}$/;

/** @throws ReadError naming the first value that is not certain */
export function orderInData(row: Fields): Order {
  const info = fieldsOf(row.orderInfo);
  const orderId = orderIdOf(row.id, info.id);
  return ofRecord(orderId, () => {
    const placedAt = instantIn(info.createTime, 'order time');
    if (placedAt === null) throw new ReadError('order time');
    const payInfo = fieldsOf(row.payInfo);
    const amountFen = fenOfYuan(payInfo.actualFee, 'amount');
    if (amountFen === null) throw new ReadError('amount');
    return {
      orderId,
      placedAt,
      paidAt: null,
      status: statusOf(row),
      amountFen,
      freightFen: freightOf(payInfo),
      buyer: buyerOf(row.buyer),
      items: itemsOf(row.subOrders),
    };
  });
}

/** The id as a text, of either place; one that is a rounded number is only held against the other. */
function orderIdOf(...ids: unknown[]): string {
  const texts = ids.filter((id) => typeof id === 'string').map((id) => certainId(id, 'order id', ORDER_ID));
  const found = agreed(texts, 'order id') ?? certainId(ids[0], 'order id', ORDER_ID);
  if (ids.some((id) => typeof id === 'number' && id !== Number(found)))
    throw new ReadError('order id (several differ)');
  return found;
}

/** The text counts; the code is held against it, and stands in only where there is no text. */
function statusOf(row: Fields): OrderStatus {
  const code = textIn(fieldsOf(row.extra).tradeStatus);
  const byCode = Object.hasOwn(taobaoStatusCodes, code) ? taobaoStatusCodes[code]! : null;
  const text = textIn(fieldsOf(row.statusInfo).text);
  if (text === '') {
    if (byCode === null) throw new ReadError('order status');
    return byCode;
  }
  const byText = taobaoStatusOf(text);
  if (byText !== 'unknown' && byCode !== null && byText !== byCode)
    throw new ReadError('order status (several differ)');
  return byText;
}

const FREIGHT = /[¥￥]\s*([^\s)）]*)/;

/** "(含快递:￥12.00)", or the parts of such a text. */
function freightOf({ postType, postFees }: Fields): Fen | null {
  const texts = [postType, ...(Array.isArray(postFees) ? postFees : []).map((fee) => fieldsOf(fee).value)].map(textIn);
  return agreed(
    texts.map((text) => {
      const amount = FREIGHT.exec(text)?.[1];
      return amount === undefined ? null : yuanIn(amount, 'freight');
    }),
    'freight',
  );
}

/** Nick and ids; nothing else of the buyer is touched. */
function buyerOf(buyer: unknown) {
  if (!isFields(buyer)) throw new ReadError('buyer');
  const { nick, id, encodeId } = buyer;
  return buyerInData(
    {
      nick: textIn(nick) || null,
      id: typeof id === 'number' || typeof id === 'string' ? id : null,
      encodeId: textIn(encodeId) || null,
    },
    null,
  );
}

function itemsOf(subOrders: unknown): OrderItem[] {
  if (!Array.isArray(subOrders)) throw new ReadError('order lines');
  const items = subOrders.map((line) => itemOf(fieldsOf(line))).filter(({ title }) => !taobaoServiceTitles.test(title));
  if (items.length === 0) throw new ReadError('order lines');
  return items;
}

function itemOf({ itemInfo, priceInfo, quantity, operations }: Fields): OrderItem {
  const { title, skuId } = fieldsOf(itemInfo);
  const name = textIn(textOfEntities(textIn(title))).slice(0, 500);
  if (name === '') throw new ReadError('item title');
  const unitPriceFen = fenOfYuan(fieldsOf(priceInfo).realTotal, 'unit price');
  if (unitPriceFen === null) throw new ReadError('unit price');
  const states = (Array.isArray(operations) ? operations : []).map((operation) => textIn(fieldsOf(operation).text));
  return {
    title: name,
    quantity: countOf(quantity),
    unitPriceFen,
    skuId: skuIdOf(skuId),
    afterSale: taobaoAfterSaleOf(states),
  };
}
