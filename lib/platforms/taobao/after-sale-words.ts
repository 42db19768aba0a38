/** What the refund pages call their values, and their states and kinds. */
import type { AfterSaleStatus } from '../../model/after-sale.ts';
import { Naming } from '../reading/named-values.ts';
import { taobaoCaseCodes, taobaoCaseStatusOf } from './after-sale-labels.ts';

export const afterSaleNaming = new Naming({
  caseId: ['退款编号', '退款单号', '售后编号', '售后单号', '售后单编号'],
  orderId: ['订单号', '订单编号', '交易编号', '主订单号', '主订单编号'],
  refund: ['退款金额', '申请退款金额', '申请金额', '退款总额', '实退金额', '实际退款金额'],
  type: ['售后类型', '退款类型', '申请类型', '服务类型', '类型'],
  status: ['退款状态', '售后状态', '处理状态', '状态', '当前状态'],
  reason: ['退款原因', '售后原因', '申请原因', '原因'],
  appliedAt: ['申请时间', '退款申请时间', '申请退款时间', '发起时间'],
  buyer: ['买家', '买家昵称', '买家旺旺', '买家会员名'],
  // Not kept; the receiver and the parcel least of all.
  other: (
    '商品 宝贝 商品信息 宝贝信息 商品名称 单价 数量 操作 备注 说明 退款说明 申请说明 交易金额 订单金额 实付金额 实付款 买家实付 商品金额 实收款 可退金额 最大可退金额 运费 ' +
    '订单状态 交易状态 发货状态 货物状态 物流状态 物流信息 物流单号 退货物流 运单号 快递公司 收货人 联系电话 手机 手机号 收货地址 退货地址 商家确认收货地址 收货信息 客服介入 ' +
    '客服状态 超时时间 剩余时间 完结时间 更新时间 退款时间 下单时间 付款时间 发货时间 创建时间'
  ).split(' '),
});

export type AfterSaleField = typeof afterSaleNaming extends Naming<infer Field> ? Field : never;

/** A state by its text, or by the code that stands beside it. */
export function afterSaleStatusOf(text: string): AfterSaleStatus {
  return Object.hasOwn(taobaoCaseCodes, text) ? taobaoCaseCodes[text]! : taobaoCaseStatusOf(text);
}

/** Kinds of cases as the pages write them. */
export const afterSaleTypes: ReadonlySet<string> = new Set(['仅退款', '退货退款', '退款退货', '换货', '维修', '补寄']);

/** The last of the steps that the page of a case draws, reached or not. */
export const afterSaleStep = '退款完成';
