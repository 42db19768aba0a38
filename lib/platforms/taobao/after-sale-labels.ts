/** Taobao/Tmall texts and codes of refund cases. */
import type { AfterSaleStatus } from '../../model/after-sale.ts';

/** Matched whole, or by the part before the comma. */
export const taobaoCaseLabels: Readonly<Record<string, AfterSaleStatus>> = {
  买家已经申请退款: 'open',
  买家已申请退款: 'open',
  等待卖家同意: 'open',
  等待商家同意: 'open',
  等待卖家处理: 'open',
  待卖家处理: 'open',
  待商家处理: 'open',
  请卖家处理: 'open',
  请退款: 'open',
  卖家已经同意退款: 'open',
  卖家已同意退款: 'open',
  等待买家退货: 'open',
  待买家退货: 'open',
  待退货: 'open',
  买家已经退货: 'open',
  买家已退货: 'open',
  等待卖家确认收货: 'open',
  待卖家收货: 'open',
  待商家收货: 'open',
  退款中: 'open',
  退款处理中: 'open',
  退款待处理: 'open',
  待卖家确认收货: 'open',
  卖家拒绝退款: 'refused',
  商家拒绝退款: 'refused',
  已拒绝退款: 'refused',
  卖家已拒绝退款: 'refused',
  卖家已拒绝: 'refused',
  退款关闭: 'closed',
  退款已关闭: 'closed',
  售后关闭: 'closed',
  已关闭: 'closed',
  已撤销: 'closed',
  退款成功: 'refunded',
  退款完成: 'refunded',
  已退款: 'refunded',
};

/** Of the open platform; the answers of the console name some of them, too. */
export const taobaoCaseCodes: Readonly<Record<string, AfterSaleStatus>> = {
  WAIT_SELLER_AGREE: 'open',
  WAIT_BUYER_RETURN_GOODS: 'open',
  WAIT_SELLER_CONFIRM_GOODS: 'open',
  SELLER_REFUSE_BUYER: 'refused',
  CLOSED: 'closed',
  SUCCESS: 'refunded',
};

/** What is asked for, by its code. */
export const taobaoCaseTypes: Readonly<Record<string, string>> = {
  REFUND: '仅退款',
  REFUND_AND_RETURN: '退货退款',
  TMALL_EXCHANGE: '换货',
  TAOBAO_EXCHANGE: '换货',
  REPAIR: '维修',
  RESHIPPING: '补寄',
  OTHERS: '其他',
};

/** A case's text -> our status; `unknown` for a text that the table does not have. */
export function taobaoCaseStatusOf(text: string): AfterSaleStatus {
  const [label = ''] = text.replace(/\s/g, '').split(/[，,]/);
  const known = [label, label.replaceAll('商家', '卖家')].find((each) => Object.hasOwn(taobaoCaseLabels, each));
  return known === undefined ? 'unknown' : taobaoCaseLabels[known]!;
}
