/**
 * JD's exports. Orders: 30 columns in 2016, 80 in 2026, 76 without the receiver; a row per article, the order's amounts repeated on
 * each. After-sales: 32 columns, 2018. Columns can be left out when exporting, so they are known by name, never by place.
 */
import { namesIn, type ExportKind } from '../export-kind.ts';

export const jdExports: readonly ExportKind[] = [
  {
    id: 'jd-orders',
    platform: 'jd',
    holds: 'orders',
    columns: {
      orderId: ['订单号', '订单编号'],
      placedAt: ['下单时间'],
      paidAt: ['付款确认时间', '付款时间'],
      status: ['订单状态'],
      amount: ['应付金额'],
      paidAmount: ['商家应收', '结算金额'],
      freight: ['运费金额'],
      buyer: ['下单帐号', '下单账号'],
      title: ['商品名称'],
      skuId: ['商品ID', '商品编号'],
      quantity: ['订购数量'],
      unitPrice: ['京东价'],
      address: ['客户地址'],
    },
    ignored: namesIn(
      '支付方式 订单金额 余额支付 订单类型 订单标签 客户姓名 联系电话 虚拟号过期时间 订单备注 发票类型 发票抬头 ' +
        '发票内容 纳税人识别号 名称（个人） 单位地址 单位电话 开户银行 银行账号 商家备注 商家备注等级（等级1-5为由高到低） 货号 ' +
        '订单完成时间 订单来源 订单渠道 送装服务 服务费 仓库id 仓库名称 商家SKUID 邮箱地址 邮政编码 是否为品牌商订单 ' +
        '是否为toplife订单 业务类型 履约门店ID 下单门店Id 门店名称 门店联系人 门店联系电话 门店地址 导购员账号 延迟报备类型 ' +
        '订单出库时间 客户类型 KA订单发货需提供单据 KA订单客户收货要求 正品鉴定校验结果 正品鉴定补充说明 正品鉴定不合格原因 ' +
        '正品鉴定图片链接 企配订单 需上传SN码 SN码 SN码有效状态 SN码激活状态 SN码补贴状态 百补满赠 买一试三 承诺发货时间 ' +
        '款项名称 项目ID 指数订单编号 是否为以旧换新订单 主体ID 主体名称 采购价 采购订单号 增值税发票 普通发票纳税编号',
    ),
    needs: ['orderId', 'placedAt', 'status', 'skuId'],
    amountsAre: 'ofOrder',
  },
  {
    id: 'jd-after-sales',
    platform: 'jd',
    holds: 'afterSales',
    columns: {
      caseId: ['服务单号'],
      orderId: ['订单号'],
      appliedAt: ['售后服务单申请时间', '申请时间'],
      caseStatus: ['服务单状态'],
      type: ['客户预期处理方式', '服务单类型'],
      refund: ['退款金额'],
    },
    ignored: namesIn(
      '商品编号 商品名称 商品金额 商家首次审核时间 商家首次处理时间 售后服务单整体时长 审核结果 处理结果描述 返回方式 ' +
        '客户问题描述 最新审核时间 审核意见 审核人姓名 取件时间 取件状态 发货时间 运单号 运费金额 快递公司 商家收货时间 ' +
        '收货登记原因 收货人 处理人 换新订单 换新商品编号 是否闪退订单',
    ),
    needs: ['caseId', 'orderId', 'caseStatus'],
    amountsAre: 'ofOrder',
  },
];
