/** Taobao/Tmall status texts of orders and order lines. */
import type { ItemAfterSale, OrderStatus } from '../../model/order.ts';

/** Matched by the part before the comma: "卖家已发货，等待买家确认" is 卖家已发货. */
export const taobaoStatusLabels: Readonly<Record<string, OrderStatus>> = {
  等待买家付款: 'unpaid',
  待付款: 'unpaid',
  买家已付款: 'paid',
  等待卖家发货: 'paid',
  待发货: 'paid',
  未发货: 'paid',
  资金保护中: 'paid',
  卖家部分发货: 'paid',
  卖家已发货: 'shipped',
  商家已发货: 'shipped',
  待收货: 'shipped',
  交易成功: 'completed',
  交易关闭: 'cancelled',
  退款成功: 'cancelled',
  已退款: 'cancelled',
};

/** Codes of `tradeStatus`; those of orders paid in steps say nothing that a text of the table says. */
export const taobaoStatusCodes: Readonly<Record<string, OrderStatus>> = {
  WAIT_BUYER_PAY: 'unpaid',
  TRADE_NO_CREATE_PAY: 'unpaid',
  WAIT_SELLER_SEND_GOODS: 'paid',
  SELLER_CONSIGNED_PART: 'paid',
  WAIT_BUYER_CONFIRM_GOODS: 'shipped',
  TRADE_BUYER_SIGNED: 'shipped',
  TRADE_FINISHED: 'completed',
  TRADE_CLOSED: 'cancelled',
  TRADE_CLOSED_BY_TAOBAO: 'cancelled',
};

export const taobaoAfterSaleLabels: Readonly<Record<string, ItemAfterSale>> = {
  请卖家处理: 'requested',
  请退款: 'requested',
  待退货: 'requested',
  退款中: 'requested',
  退款待处理: 'requested',
  买家已申请退款: 'requested',
  等待卖家处理: 'requested',
  退款成功: 'refunded',
  已退款: 'refunded',
  已取消: 'cancelled',
};

/** States of an order that the column 履约/售后 has as well, for one line of it. */
export const taobaoLineStates: ReadonlySet<string> = new Set(['退款成功', '已退款', '未发货', '待发货', '待收货']);

/** Lines of an order that are services, not goods: they are not items. */
export const taobaoServiceTitles = /^(保险服务|退运保险|运费险|退货运费险|延保服务)/;

const PREFIX = /^当前订单状态\s*[:：]\s*/;

function head(text: string): string {
  return text.replace(PREFIX, '').split(/[，,]/)[0]!.replace(/\s/g, '');
}

/** A status text -> our status; `unknown` for a text that the table does not have. */
export function taobaoStatusOf(text: string): OrderStatus {
  const label = head(text);
  return Object.hasOwn(taobaoStatusLabels, label) ? taobaoStatusLabels[label]! : 'unknown';
}

/** The after-sale state of a line from the texts of its cell or operations; what is no state (申请售后, 投诉) is none. */
export function taobaoAfterSaleOf(texts: readonly string[]): ItemAfterSale {
  for (const text of texts) {
    const label = head(text);
    if (Object.hasOwn(taobaoAfterSaleLabels, label)) return taobaoAfterSaleLabels[label]!;
  }
  return 'none';
}
