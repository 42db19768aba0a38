/** Where the extension may read: seller hosts only, as few as the readers need. */
import type { Platform } from '../model/platform.ts';

export const sellerPagesOf: Readonly<Record<Platform, readonly string[]>> = {
  jd: [
    'https://shop.jd.com/*',
    'https://trade-order-jdm.jd.com/*',
    'https://dongdong.jd.com/*',
    'https://xi.jd.com/kf-manage-lite/*',
    'https://passport.shop.jd.com/*',
  ],
  taobao: [
    'https://myseller.taobao.com/*',
    'https://qn.taobao.com/*',
    'https://trade.taobao.com/*',
    'https://trade.tmall.com/*',
    'https://refund2.taobao.com/*',
    'https://refund2.tmall.com/*',
    'https://shell.mkt.taobao.com/*',
    'https://ecrm.taobao.com/*',
    'https://market.m.taobao.com/app/qn/im-history-search/*',
    'https://tradearchive.taobao.com/*',
    'https://loginmyseller.taobao.com/*',
  ],
};

export const sellerPages: readonly string[] = [...sellerPagesOf.jd, ...sellerPagesOf.taobao];

/** Of these the pages whose own calls carry lists: in precise mode the observer runs there, if its platform's switch is on. */
export const observedPages: Readonly<Record<Platform, readonly string[]>> = {
  jd: ['https://shop.jd.com/*', 'https://trade-order-jdm.jd.com/*'],
  taobao: [
    'https://myseller.taobao.com/*',
    'https://qn.taobao.com/*',
    'https://trade.taobao.com/*',
    'https://shell.mkt.taobao.com/*',
  ],
};
