/** Which answer an address of the JD and Taobao hosts gets. Pure. */
import type { ConsoleBundle, ConsoleBundles } from '../build-consoles.ts';
import type { DemoShop } from '../shop/demo-shop.ts';
import { answerJdApi, chatCheckin } from './jd-api.ts';
import { captchaPage, loginPage } from './plain-pages.ts';
import { gbkBytes } from './gb18030.ts';
import { couponList, refundList } from './taobao-marketing.ts';
import { asciiJson, inlineSoldList, soldList, soldQueryOf } from './taobao-api.ts';

export interface Shops {
  jd: DemoShop;
  taobao: DemoShop;
}

export interface Answer {
  contentType: string;
  body: string | Uint8Array;
}

const html = (body: string): Answer => ({ contentType: 'text/html; charset=utf-8', body });
const json = (value: unknown): Answer => ({ contentType: 'application/json; charset=utf-8', body: asciiJson(value) });

const loginHosts = new Set(['passport.shop.jd.com', 'passport.jd.com', 'login.taobao.com', 'loginmyseller.taobao.com']);
const taobaoConsoleHosts = new Set(['myseller.taobao.com', 'qn.taobao.com']);

/**
 * @param body what the request sends, '' for none
 * @returns null for an address that is not ours to answer
 */
export function pageFor(url: URL, shops: Shops, bundles: ConsoleBundles, body = ''): Answer | null {
  if (loginHosts.has(url.hostname)) return html(loginPage);
  if (url.hostname === 'safe.jd.com' || /\/punish\b/.test(url.pathname)) return html(captchaPage);
  if (url.hostname.endsWith('.jd.com')) return jdAnswer(url, shops.jd, bundles, body);
  if (taobaoConsoleHosts.has(url.hostname)) return html(consolePage('千牛商家工作台', bundles.taobaoConsole));
  if (url.hostname === 'h5api.m.taobao.com' && url.pathname.includes('.disputelistv2/'))
    return json(refundList(shops.taobao));
  if (url.hostname === 'shell.mkt.taobao.com' && url.pathname.endsWith('/getActivities'))
    return json(couponList(shops.taobao));
  if (url.hostname === 'trade.taobao.com') return soldAnswer(url, shops.taobao, bundles, body);
  return null;
}

function jdAnswer(url: URL, shop: DemoShop, bundles: ConsoleBundles, body: string): Answer | null {
  switch (url.hostname) {
    case 'shop.jd.com':
      return html(consolePage('商家后台', bundles.jdShop));
    case 'dongdong.jd.com':
      return url.pathname === '/workbench/checkin.json'
        ? json(chatCheckin(shop))
        : html(consolePage('咚咚工作站', bundles.jdChat));
    case 'sff.jd.com':
      return url.pathname === '/api' ? json(answerJdApi(url.searchParams.get('api') ?? '', body, shop)) : null;
    default:
      return null;
  }
}

function soldAnswer(url: URL, shop: DemoShop, bundles: ConsoleBundles, body: string): Answer | null {
  if (url.pathname === '/trade/itemlist/asyncSold.htm') {
    const query = soldQueryOf(body);
    const list = soldList(query, shop);
    // The console's answers have been seen as GBK that does not say so.
    return query.isHidden ? { contentType: 'text/html', body: gbkBytes(JSON.stringify(list)) } : json(list);
  }
  if (!/^\/trade\/itemlist\/(list_sold_items|listSoldItems)\.htm$/.test(url.pathname)) return null;
  const first = soldList({ tab: 'latest3Months', page: 1, pageSize: 15, isHidden: false }, shop);
  return html(consolePage('已卖出的宝贝', bundles.taobaoOld, `var data = JSON.parse('${inlineSoldList(first)}');`));
}

/** @param inline script that runs before the page's own */
function consolePage(title: string, { js, css }: ConsoleBundle, inline = ''): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">` +
    `<style>${css}</style></head><body><div id="app"></div>${inline ? `<script>${inline}</script>` : ''}` +
    `<script>${js.replaceAll('</script', '<\\/script')}</script></body></html>`
  );
}
