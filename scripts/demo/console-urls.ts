/** Addresses of the replica consoles: those of the real ones. */
export const consoleUrls = {
  jdOrders: 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders',
  jdAfterSales: 'https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/list?tabCode=all',
  jdChat: 'https://dongdong.jd.com/',
  taobaoSold: 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold',
  taobaoRefunds: 'https://myseller.taobao.com/home.htm/trade-platform/refund-list',
  taobaoCoupons: 'https://myseller.taobao.com/home.htm/coupon',
  taobaoOld: 'https://trade.taobao.com/trade/itemlist/list_sold_items.htm',
} as const;
