/**
 * Taobao's and Tmall's exports. Orders (订单报表): 44 columns in 2014, 46 in 2017, 54 and 56 in 2018, 61 in 2020, chosen by the user
 * out of about 95 in 2026. Lines of orders: 10 columns in 2017, without a time; 宝贝销售明细报表 of 2026 with one.
 */
import { namesIn, type ExportKind } from '../export-kind.ts';

const buyer = ['买家会员名', '买家昵称'] as const;
const placedAt = ['订单创建时间'] as const;
const paidAt = ['订单付款时间'] as const;
const carrier = ['物流公司'] as const;
const address = ['收货地址'] as const;
const newAddress = ['修改后的收货地址'] as const;
const paidAmount = ['买家实际支付金额', '买家实付金额'] as const;

export const taobaoExports: readonly ExportKind[] = [
  {
    id: 'taobao-item-sales',
    platform: 'taobao',
    holds: 'orders',
    columns: {
      lineId: ['子订单编号'],
      orderId: ['主订单编号', '订单编号'],
      placedAt,
      paidAt,
      status: ['订单状态'],
      paidAmount,
      amount: ['买家应付货款'],
      refund: ['退款金额'],
      refundStatus: ['退款状态'],
      buyer,
      title: ['商品标题', '宝贝标题', '标题'],
      skuId: ['商品ID'],
      quantity: ['购买数量'],
      unitPrice: ['商品价格', '价格'],
      carrier,
      address,
      newAddress,
    },
    ignored: namesIn('商品属性 商家编码 外部系统编号 套餐信息 备注 确认收货时间 发货时间 物流单号'),
    needs: ['lineId', 'orderId', 'placedAt', 'title'],
    amountsAre: 'ofLine',
  },
  {
    id: 'taobao-orders',
    platform: 'taobao',
    holds: 'orders',
    columns: {
      orderId: ['订单编号', '主订单编号'],
      placedAt,
      paidAt,
      status: ['订单状态'],
      amount: ['总金额'],
      paidAmount,
      refund: ['退款金额'],
      freight: ['买家应付邮费'],
      buyer,
      title: ['宝贝标题', '标题', '商品标题'],
      pieces: ['宝贝总数量'],
      carrier,
      address,
      newAddress,
    },
    ignored: namesIn(
      '买家支付宝账号 支付单号 支付详情 买家应付货款 买家支付积分 返点积分 买家实际支付积分 买家留言 收货人姓名 ' +
        '运送方式 联系电话 联系手机 宝贝种类 物流单号 订单备注 商家备注 商家备忘 店铺Id 店铺名称 订单关闭原因 ' +
        '卖家服务费 买家服务费 发票抬头 是否手机订单 分阶段订单信息 特权订金订单id 是否上传合同照片 是否上传小票 是否代付 ' +
        '定金排名 修改后的sku 异常信息 天猫卡券抵扣 集分宝抵扣 是否是O2O交易 新零售交易类型 新零售导购门店名称 ' +
        '新零售导购门店id 新零售发货门店名称 新零售发货门店id 预约门店 确认收货时间 打款商家金额 确认收货打款金额 ' +
        '含应开票给个人的个人红包 是否信用购 体验期结束时间 前N有礼 配送类型 主订单编号 直播返现状态 返现金额 ' +
        '延迟发货自动赔付金额 主动赔付金额 预售订单 发货时间 商家编码',
    ),
    needs: ['orderId', 'placedAt'],
    amountsAre: 'ofOrder',
  },
  {
    id: 'taobao-lines',
    platform: 'taobao',
    holds: 'lines',
    columns: {
      orderId: ['订单编号', '主订单编号'],
      status: ['订单状态'],
      title: ['标题', '宝贝标题', '商品标题'],
      quantity: ['购买数量'],
      unitPrice: ['价格', '商品价格'],
    },
    ignored: namesIn('商品属性 商家编码 外部系统编号 套餐信息 备注 确认收货时间 发货时间 物流单号 物流公司'),
    needs: ['orderId', 'title', 'quantity', 'unitPrice'],
    amountsAre: 'ofLine',
  },
];
