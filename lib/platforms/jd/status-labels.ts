/** JD's order status texts. The text counts; the numeric code of the page's data is held against it. */
import type { OrderStatus } from '../../model/order.ts';

export const jdStatusLabels: Readonly<Record<string, OrderStatus>> = {
  待付款: 'unpaid',
  等待付款: 'unpaid',
  等待买家付款: 'unpaid',
  等待付款确认: 'unpaid',
  延迟付款确认: 'unpaid',
  暂停: 'onHold',
  订单暂停: 'onHold',
  已暂停: 'onHold',
  锁定: 'onHold',
  已锁定: 'onHold',
  待出库: 'paid',
  等待出库: 'paid',
  等待境内发货: 'paid',
  '买家已付款，待商家发货': 'paid',
  已出库: 'shipped',
  已发货: 'shipped',
  待收货: 'shipped',
  待揽收: 'shipped',
  运输中: 'shipped',
  等待确认收货: 'shipped',
  '商品已出库，待买家确认': 'shipped',
  已签收: 'shipped',
  已完成: 'completed',
  完成: 'completed',
  交易完成: 'completed',
  已取消: 'cancelled',
  订单已取消: 'cancelled',
  已关闭: 'cancelled',
  已退款: 'cancelled',
};

/** Codes of `orderStatus`, from a capture; that of 已完成 is not known. */
export const jdStatusCodes: Readonly<Record<string, OrderStatus>> = {
  2: 'unpaid',
  5: 'onHold',
  8: 'paid',
  16: 'shipped',
  29: 'cancelled',
};

/** Words that the parcel's track uses as well: without a place of their own they say nothing certain about the order. */
export const jdTrackLabels: ReadonlySet<string> = new Set(['待揽收', '运输中', '已签收']);

/** A status text -> our status; `unknown` for a text that the table does not have. */
export function jdStatusOf(text: string): OrderStatus {
  const label = text.replace(/\s/g, '').replace(',', '，');
  if (/^[(（]删除[)）]/.test(label)) return 'cancelled';
  if (/^[(（](暂停|锁定)[)）]/.test(label)) return 'onHold';
  return Object.hasOwn(jdStatusLabels, label) ? jdStatusLabels[label]! : 'unknown';
}

/** Words in the form of a state that the table may not have: 待成团, 等待审核, 配送中. */
export function isLikeJdStatus(text: string): boolean {
  return /^(?:待|等待|已|未|正在)|(?:中|失败|成功|完成|取消|关闭|退款|锁定|暂停)$/.test(text) && !/[\d:：]/.test(text);
}
