/**
 * The panel at the right of the chat, copied as text. One real copy is known (2026): the nick above 好评100.00%, 店铺身份, 优惠券 (0), the
 * tabs 全部(4) 待发货(0) …, and per order its state, its number and "04-03 04:16:49下单" on three lines. An amount is taken where a
 * label says which it is; goods stand there as pictures, so none are read.
 */
import type { PastedOrder, PastedPanel } from '../../../model/pasted.ts';
import { parseYuan } from '../../../model/money.ts';
import { plainNick } from '../history-messages.ts';
import { taobaoStatusOf } from '../status-labels.ts';
import { isName } from './copied-words.ts';

const RATING = /^好评 ?\d{1,3}(?:\.\d+)?%$/;
const COUPONS = /^优惠券 ?[(（](\d{1,6})[)）]$/;
const ALL_ORDERS = /^全部 ?[(（](\d{1,6})[)）]$/;
const PLACED = /^(\d{1,2}-\d{1,2} \d{1,2}:\d{2}:\d{2}) ?下单$/;
const SIGNS: readonly RegExp[] = [
  RATING,
  COUPONS,
  ALL_ORDERS,
  /^店铺身份[:：]?$/,
  /^店铺消费/,
  /^近3个月订单$/,
  /^历史订单$/,
  PLACED,
];
const MIN_SIGNS = 2;
const ORDER_ID = /^(?:订单(?:号|编号) ?[:：]? ?)?(\d{16,19})$/;
const AMOUNT = /^(?:实付款?|实收款?|订单金额|应付款?|合计) ?[:：]? ?([¥￥]? ?[\d,]+(?:\.\d{1,2})?)(?: ?元)?$/;
/** States that this panel says in other words than the pages of orders do. */
const STATES = new Set(['待付款', '待发货', '未完成', '已完成', '已关闭', '退款中', '已退款', '已签收']);

/** @returns null for a text that is no such panel */
export function readCopiedPanel(lines: readonly string[]): PastedPanel | null {
  const full = lines.filter((line) => line !== '');
  if (SIGNS.filter((sign) => full.some((line) => sign.test(line))).length < MIN_SIGNS) return null;
  const rating = full.findIndex((line) => RATING.test(line));
  const nick = rating > 0 ? plainNick(full[rating - 1]!) : '';
  return {
    nick: isName(nick) ? nick : null,
    orders: ordersIn(full),
    orderTotal: totalIn(full, ALL_ORDERS),
    couponTotal: totalIn(full, COUPONS),
  };
}

function totalIn(lines: readonly string[], pattern: RegExp): number | null {
  const found = new Set(lines.flatMap((line) => pattern.exec(line)?.[1] ?? []));
  return found.size === 1 ? Number([...found][0]) : null;
}

function ordersIn(lines: readonly string[]): PastedOrder[] {
  const starts = lines.flatMap((line, index) => (ORDER_ID.test(line) ? [index] : []));
  const orders = starts.map((start, index): PastedOrder => {
    const [orderId, above] = [ORDER_ID.exec(lines[start]!)![1]!, lines[start - 1] ?? ''];
    const below = lines.slice(start + 1, starts[index + 1]);
    const amounts = new Set(below.flatMap((line) => AMOUNT.exec(line)?.[1] ?? []));
    return {
      orderId,
      statusText: isState(above) ? above : null,
      placedText: PLACED.exec(below[0] ?? '')?.[1] ?? null,
      amountFen: amounts.size === 1 ? yuanOrNull([...amounts][0]!) : null,
    };
  });
  return [...new Map(orders.map((order) => [order.orderId, order])).values()];
}

function isState(text: string): boolean {
  return STATES.has(text) || taobaoStatusOf(text) !== 'unknown';
}

function yuanOrNull(text: string): number | null {
  try {
    return parseYuan(text);
  } catch {
    return null;
  }
}
