import { describe, expect, test } from 'vitest';
import { platformOf } from '../../../lib/platforms/platform-of.ts';
import { readPage } from '../../../lib/platforms/registry.ts';
import { sellerPages } from '../../../lib/platforms/seller-pages.ts';
import { documentOf } from '../../support/load-fixture.ts';

const pageAt = (url: string) => {
  const { platform, page } = readPage(documentOf('<p>…</p>'), new URL(url)).batch;
  return `${platform} ${page}`;
};

test.each([
  ['https://shop.jd.com/jdm/trade/orders/order-list?tabType=waitOut', 'jd order-list'],
  ['https://shop.jd.com/jdm/trade/orders/order-list', 'jd order-list'],
  ['https://shop.jd.com/jdm/trade/order/orderList', 'jd order-list'],
  ['https://trade-order-jdm.jd.com/orderList/allOrders', 'jd order-list'],
  ['https://dongdong.jd.com/', 'jd chat'],
  ['https://myseller.taobao.com/home.htm/trade-platform/tp/sold', 'taobao order-list'],
  ['https://qn.taobao.com/home.htm/trade-platform/tp/sold?current=2', 'taobao order-list'],
  ['https://qn.taobao.com/home.htm/trade-platform/tp/order', 'taobao order-list'],
  ['https://trade.taobao.com/trade/itemlist/list_sold_items.htm?spm=1', 'taobao order-list'],
  ['https://trade.taobao.com/trade/itemlist/listSoldItems.htm', 'taobao order-list'],
  ['https://shop.jd.com/jdm/home', 'jd home'],
  ['https://shop.jd.com/', 'jd home'],
  ['https://shop.jd.com/jdm/', 'jd unknown'],
  ['https://shop.jd.com/jdm/trade/orders/order-details?orderId=1', 'jd order-detail'],
  ['https://shop.jd.com/jdm/trade/orders/order-listing', 'jd unknown'],
  ['https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/list?tabCode=all', 'jd after-sale-list'],
  ['https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/detail?afsServiceId=1', 'jd after-sale-list'],
  ['https://shop.jd.com/jdm/trade/after-sale/trade-dispute/list?tabCode=WAIT_REPLY', 'jd after-sale-list'],
  ['https://shop.jd.com/jdm/trade/after-sale/trade-dispute/detail?arbitId=1', 'jd unknown'],
  ['https://sz.jd.com/sz/view/viewflow/summary.html', 'jd unknown'],
  ['https://xi.jd.com/kf-manage-lite/#/UtilsSetting/ChatLog', 'jd chat-history'],
  ['https://shop.jd.com/jdm/kefu/kf-manage-lite/#/UtilsSetting/ReceptionTools?tab=1', 'jd chat-history'],
  ['https://shop.jd.com/jdm/kefu/kf-manage-lite/#/UtilsSetting/AutoReply', 'jd unknown'],
  ['https://shop.jd.com/jdm/kefu/kf-manage-lite/', 'jd unknown'],
  ['https://porder.shop.jd.com/order/orderlist/allOrders', 'jd unknown'],
  ['https://myseller.taobao.com/home.htm/trade-platform/tp/detail?bizOrderId=1', 'taobao order-detail'],
  ['https://qn.taobao.com/home.htm/trade-platform/tp/detail?bizOrderId=1', 'taobao order-detail'],
  ['https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=1', 'taobao order-detail'],
  ['https://trade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=1', 'taobao order-detail'],
  ['https://trade.taobao.com/detail/orderDetail.htm?bizOrderId=1', 'taobao order-detail'],
  ['https://tradearchive.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=1', 'taobao order-detail'],
  ['https://trade.tmall.com/detail/orderDetail.htm?bizOrderId=1', 'taobao order-detail'],
  ['https://trade.taobao.com/trade/detail/tradeSnap.htm?tradeID=1', 'taobao unknown'],
  ['https://trade.taobao.com/detail/orderDetailQianNiu.htm?bizOrderId=1', 'taobao unknown'],
  ['https://myseller.taobao.com/home.htm/QnworkbenchHome/', 'taobao unknown'],
  ['https://sycm.taobao.com/cc/customer/overview', 'taobao unknown'],
  ['https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm', 'taobao unknown'],
  ['https://myseller.taobao.com/home.htm/trade-platform/refund-list', 'taobao after-sale-list'],
  ['https://qn.taobao.com/home.htm/trade-platform/tp/refund-list?current=2', 'taobao after-sale-list'],
  ['https://refund2.taobao.com/dispute/sellerDisputeList.htm?spm=1', 'taobao after-sale-list'],
  ['https://refund2.tmall.com/dispute/detail.htm?disputeId=1', 'taobao after-sale-list'],
  ['https://myseller.taobao.com/home.htm/comment-manage/list/rateWait4PC?current=1', 'taobao review-list'],
  ['https://myseller.taobao.com/home.htm/comment-manage/ask-all', 'taobao unknown'],
  ['https://myseller.taobao.com/home.htm/coupon?isFirst=true&defaultTab=itemCouponList', 'taobao coupon-list'],
  ['https://qn.taobao.com/home.htm/bc-templates/coupon', 'taobao coupon-list'],
  ['https://shell.mkt.taobao.com/coupon/index.html', 'taobao coupon-list'],
  ['https://shell.mkt.taobao.com/other', 'taobao unknown'],
  ['https://myseller.taobao.com/home.htm/app-customer-service/toolpage/Message', 'taobao chat-history'],
  ['https://market.m.taobao.com/app/qn/im-history-search/index.html?a=1', 'taobao chat-history'],
  ['https://market.m.taobao.com/app/other/index.html', 'taobao unknown'],
  ['https://ecrm.taobao.com/p/customer/ecrmMemberList.htm?groupId=1', 'taobao member-list'],
  ['https://ecrm.taobao.com/p/customer/ecrmMemberDetail.htm?buyerId=1', 'taobao unknown'],
  ['https://passport.jd.com/new/login.aspx', 'jd blocked'],
  ['https://loginmyseller.taobao.com/', 'taobao blocked'],
  ['https://example.com/trade/itemlist/list_sold_items.htm', 'null unknown'],
  ['https://dongdong.jd.com.example.com/', 'null unknown'],
  ['https://notjd.com/', 'null unknown'],
])('%s is %s', (url, expected) => {
  expect(pageAt(url)).toBe(expected);
});

describe('a document that is not painted yet', () => {
  test.each([
    'https://shop.jd.com/jdm/trade/orders/order-list',
    'https://shop.jd.com/jdm/trade/orders/order-details?orderId=3400080000210014',
    'https://dongdong.jd.com/',
    'https://shop.jd.com/jdm/home',
    'https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/list',
    'https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/detail?afsServiceId=4000000101',
    'https://shop.jd.com/jdm/trade/after-sale/trade-dispute/list',
    'https://shop.jd.com/jdm/kefu/kf-manage-lite/#/UtilsSetting/ChatLog',
    'https://myseller.taobao.com/home.htm/trade-platform/tp/sold',
    'https://trade.taobao.com/trade/itemlist/list_sold_items.htm',
    'https://myseller.taobao.com/home.htm/trade-platform/refund-list',
    'https://refund2.taobao.com/dispute/detail.htm?disputeId=302330000000155',
    'https://myseller.taobao.com/home.htm/comment-manage/list/rateWait4PC',
    'https://myseller.taobao.com/home.htm/coupon',
    'https://market.m.taobao.com/app/qn/im-history-search/index.html',
    'https://ecrm.taobao.com/p/customer/ecrmMemberList.htm',
  ])('is read as nothing at %s, with and without a body', (url) => {
    const document = documentOf('');
    expect(readPage(document, new URL(url)).batch).toMatchObject({ orders: [], rejects: [] });
    document.body.remove();
    expect(readPage(document, new URL(url)).batch).toMatchObject({ orders: [], rejects: [] });
  });
});

test('the extension asks for seller hosts of the two platforms only', () => {
  for (const pattern of sellerPages) {
    const url = new URL(pattern.replace('*', ''));
    expect(platformOf(url)).not.toBeNull();
    expect(url.hostname).not.toMatch(/^(sycm|sz)\./);
  }
});
