/** Answers of the consoles' own calls, in the shapes that are known of them, with invented names and numbers. */

type Fields = Record<string, unknown>;

export const answerUrls = {
  jdOrders: 'https://sff.jd.com/api?v=1.0&appId=ANY&api=dsm.order.bff.orderListBffService.queryOrderPage',
  jdCases: 'https://sff.jd.com/api?v=1.0&appId=ANY&api=dsm.seller.afs.bff.serviceOrderQueryDsmService.page',
  jdCounters: 'https://sff.jd.com/api?api=dsm.shop.home.homeFacade.findHomeDisplay',
  jdAccount: 'https://sff.jd.com/api?api=dsm.shop.pageframe.navigation.accountFacade.findAccountInfo',
  taobaoOrders: 'https://trade.taobao.com/trade/itemlist/asyncSold.htm?event_submit_do_query=1&_input_charset=utf8',
  taobaoCases:
    'https://h5api.m.taobao.com/h5/mtop.alibaba.refundface2.disputeservice.qianniu.pc.disputelistv2/1.0/?jsv=2.6.1',
  taobaoReviews: 'https://h5api.m.taobao.com/h5/mtop.rm.sellercenter.list.data.pc/1.0/?jsv=2.6.1',
  taobaoCoupons: 'https://shell.mkt.taobao.com/coupon/getActivities',
} as const;

/** What no reader may let through, in every place where the real answers have such things. */
export const PERSONAL = '秘密收货人';

export const PLACED_MS = 1_785_950_562_345;

export function jdOrder(changes: Fields = {}): Fields {
  return {
    orderId: '3500080000010013',
    orderType: 22,
    orderCreateTime: PLACED_MS,
    paymentConfirmTime: PLACED_MS + 30_000,
    userPin: 'wd_sunshine',
    remark: PERSONAL,
    orderItems: [
      {
        skuId: '10000000200011',
        skuName: '抽纸 4层 &amp; 便携',
        jdPrice: 29.9,
        num: 2,
        imgUrl: `//img/${PERSONAL}.jpg`,
      },
    ],
    orderConsigneeInfo: { consName: PERSONAL, consMobilePhone: PERSONAL, consAddress: PERSONAL },
    orderPaymentInfo: { shouldPay: 65.3, receivables: 65.3, orderSum: 0, freight: 5.5, commission: 0, paymentType: 4 },
    orderStatusInfo: { orderStatus: 8, orderStatusName: '待出库', orderStatusDesc: '买家已付款，待商家发货' },
    orderLatestTrackInfo: { latestTrackInfo: PERSONAL },
    orderVenderRemark: { remark: PERSONAL },
    ...changes,
  };
}

export const jdOrderPage = (...results: unknown[]) => ({
  code: 200,
  data: { totalItem: results.length, pageSize: 50, results },
});

export function jdCase(changes: Fields = {}): Fields {
  return {
    relationFacetDTO: { afsServiceId: '4100000001', orderId: '3500080000010013' },
    serviceOrderBaseFacetDTO: { afsApplyTime: PLACED_MS },
    refundFacetDTO: { refundAmount: 29.9, refundStatus: 20, refundStatusName: '退款成功' },
    customerExceptFacetDTO: { customerExpect: 10, customerExpectName: '退货' },
    customerApplyFacetDTO: { applyReasonFacetDTO: { afsReasons: ['七天无理由', '不想要了'] }, customerName: PERSONAL },
    serviceOrderStatusFacetDTO: { serviceOrderMainStateName: '完成', serviceOrderSubStateName: '退款成功' },
    wareFacetDTOList: [{ wareName: '抽纸', wareNum: 1, wareTypeName: '主商品' }],
    pickWareFacetDTO: { pickWareAddress: PERSONAL },
    ...changes,
  };
}

export const jdCasePage = (...content: unknown[]) => ({
  code: '200',
  data: { totalNum: String(content.length), content },
});

export function soldOrder(changes: Fields = {}): Fields {
  return {
    id: '4512340000000021130',
    orderInfo: { id: '4512340000000021130', createTime: '2026-08-06 01:22:42', createDay: '2026-08-06', b2C: true },
    buyer: { nick: '牛**', guestUser: false, name: PERSONAL, phoneNum: PERSONAL },
    payInfo: { actualFee: '1,234.50', postType: '(含快递:￥12.00)' },
    statusInfo: { text: '卖家已发货', type: 't0' },
    extra: { tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS', id: 4512340000000021000, sellerFlag: 1 },
    logisticsInfo: { receiver: PERSONAL },
    subOrders: [
      {
        id: 4512340000000031000,
        idStr: '4512340000000031130',
        quantity: '2',
        priceInfo: { original: '999.00', realTotal: '611.25' },
        itemInfo: { id: 752100000002, title: '示例 &plusmn;0.1mm', skuId: 5012345678901, pic: `//img/${PERSONAL}.jpg` },
        operations: [
          { style: 't12', text: '请卖家处理' },
          { style: 't0', text: '退运保险' },
        ],
      },
      {
        quantity: '1',
        priceInfo: { realTotal: '0.00' },
        itemInfo: { title: '退运保险' },
      },
    ],
    ...changes,
  };
}

export const soldList = (...mainOrders: unknown[]) => ({
  error: '',
  page: { currentPage: 1, pageSize: 15, totalNumber: mainOrders.length, totalPage: 1 },
  mainOrders,
});

export function dispute(changes: Fields = {}): Fields {
  return {
    disputeId: '210000000000000017',
    bizOrderId: '4512340000000021130',
    bizClaimType: 'REFUND_AND_RETURN',
    applyDateTime: '2026-08-08 10:00:00',
    refundReason: '七天无理由',
    refundStatus: 'WAIT_SELLER_AGREE',
    statusDesc: '买家已经申请退款，等待卖家同意',
    disputeBodyVO: { refundFee: '611.25', buyerActualFee: '1234.50', buyerAddress: PERSONAL },
    returnLogisticsDetail: PERSONAL,
    ...changes,
  };
}

export const disputeList = (...disputeGridVOList: unknown[]) => ({
  api: 'mtop.alibaba.refundface2.disputeservice.qianniu.pc.disputelistv2',
  ret: ['SUCCESS::调用成功'],
  data: { resultData: { disputeGridVOList, refundStatusSelectVO: { selectedId: '-9999' } } },
});

export function rate(changes: Fields = {}): Fields {
  return {
    rateContent: {
      mainRate: {
        date: PLACED_MS,
        content: '很好用 &amp; 不贵',
        feedId: '1300000000001',
        mediaList: [{ thumbnail: PERSONAL }],
      },
      appendRate: { days: 3, content: '后来坏了', feedId: '1300000000002' },
    },
    emotionType: { status: '11', appendRateStatus: '13' },
    userInfo: { userName: 'w**', securityuid: 'RAzN8AAAAAAAAAAAAAAAAAAAAAx5Y' },
    orderInfo: { mainOrderId: '4512340000000021130', orderId: '4512340000000031130', userName: 'w**' },
    itemInfo: { itemId: 752100000002, title: '示例' },
    ...changes,
  };
}

export const rateList = (...dataSource: unknown[]) => ({
  ret: ['SUCCESS::调用成功'],
  data: { table: { columns: [{ title: '评价' }], dataSource }, pagination: { total: dataSource.length } },
});

export function coupon(changes: Fields = {}): Fields {
  return {
    name: '店铺券0806',
    templateCode: 7110000005,
    couponType: 0,
    amountYuan: '10',
    startFeeYuan: '99.5',
    threshold: '满99.5减10',
    unConditional: false,
    feature: { amount: '1000', startFee: '9950', toolCode: 'shopbonus', uuid: PERSONAL },
    totalCount: 1000,
    applyCount: 12,
    personLimit: -1,
    startTime: PLACED_MS,
    endTime: PLACED_MS + 86_400_000,
    statusDesc: { value: 'APPLING', label: '领取中' },
    ...changes,
  };
}

export const couponList = (...dataList: unknown[]) => ({ success: true, model: { dataList } });
