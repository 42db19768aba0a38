/** JD's texts of after-sale cases (service orders) and the code of their refund. */
import type { AfterSaleStatus } from '../../model/after-sale.ts';

export const jdAfterSaleLabels: Readonly<Record<string, AfterSaleStatus>> = {
  申请退款: 'open',
  待审核: 'open',
  审核中: 'open',
  审核通过: 'open',
  待收货: 'open',
  待处理: 'open',
  处理中: 'open',
  商家处理中: 'open',
  商家同意: 'open',
  待退款: 'open',
  退款中: 'open',
  待客户发货: 'open',
  待买家发货: 'open',
  待客户反馈: 'open',
  商家已收货: 'open',
  商家拒绝: 'refused',
  审核不通过: 'refused',
  退款成功: 'refunded',
  已退款: 'refunded',
  退款完成: 'refunded',
  退款关闭: 'closed',
  已关闭: 'closed',
  已撤销: 'closed',
  已取消: 'closed',
};

/** `refundStatus`, from public parsers. */
export const jdRefundCodes: Readonly<Record<string, AfterSaleStatus>> = { 20: 'refunded' };

/** The case is over, which of an exchange or a repair says all, and of a refund nothing about the money. */
export const jdDoneLabels: ReadonlySet<string> = new Set(['完成', '已完成']);
export const jdTypesWithoutRefund: ReadonlySet<string> = new Set(['换货', '维修', '补件', '补发']);

/** A case's text -> our status; `unknown` for a text that the table does not have. */
export function jdAfterSaleStatusOf(text: string): AfterSaleStatus {
  const label = text.replace(/\s/g, '');
  return Object.hasOwn(jdAfterSaleLabels, label) ? jdAfterSaleLabels[label]! : 'unknown';
}
