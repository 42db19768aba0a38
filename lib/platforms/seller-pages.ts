/** Where the extension may read: seller hosts only, as few as the readers need. */
export const sellerPages: readonly string[] = [
  'https://shop.jd.com/*',
  'https://trade-order-jdm.jd.com/*',
  'https://dongdong.jd.com/*',
  'https://passport.shop.jd.com/*',
  'https://myseller.taobao.com/*',
  'https://qn.taobao.com/*',
  'https://trade.taobao.com/*',
  'https://trade.tmall.com/*',
  'https://loginmyseller.taobao.com/*',
];
