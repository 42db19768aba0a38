/**
 * Which of a page's own calls may be looked at in precise mode, as data. The list of what is never read wins over the list of what
 * is read; every other call is not looked at either.
 */
import type { Platform } from '../../model/platform.ts';

/** Where a call goes to and what it is named by: the `api` of a gateway, else its path. */
export interface CallName {
  platform: Platform;
  host: RegExp;
  /** By `api` in the query (JD) or in the path (mtop), or by the path itself. */
  by: 'api' | 'path';
  name: RegExp;
}

/** Not by appId, which has moved; not by the whole name, whose front has moved as well. */
export const observedCalls = {
  jdOrders: { platform: 'jd', host: /\.jd\.com$/, by: 'api', name: /\.queryOrderPage$/ },
  jdAfterSales: { platform: 'jd', host: /\.jd\.com$/, by: 'api', name: /\.serviceOrderQueryDsmService\.page$/ },
  jdCounters: { platform: 'jd', host: /\.jd\.com$/, by: 'api', name: /\.findHomeDisplay$/ },
  jdAccount: { platform: 'jd', host: /\.jd\.com$/, by: 'api', name: /\.findAccountInfo$/ },
  taobaoOrders: {
    platform: 'taobao',
    host: /^trade(archive)?\.(taobao|tmall)\.com$/,
    by: 'path',
    name: /\/itemlist\/asyncSold\.htm$/,
  },
  taobaoAfterSales: {
    platform: 'taobao',
    host: /\.m\.(taobao|tmall)\.com$/,
    by: 'api',
    name: /^mtop\.alibaba\.refundface2\.disputeservice\.qianniu\.pc\.disputelist(v\d)?$/,
  },
  taobaoReviews: {
    platform: 'taobao',
    host: /\.m\.(taobao|tmall)\.com$/,
    by: 'api',
    name: /^mtop\.rm\.sellercenter\.list\.data\.pc$/,
  },
  taobaoCoupons: {
    platform: 'taobao',
    host: /^shell\.mkt\.(taobao|tmall)\.com$/,
    by: 'path',
    name: /\/coupon\/(getActivities|getList)$/,
  },
} as const satisfies Record<string, CallName>;

/** What shows a receiver, unmasks one, signs somebody in or asks for consent: never looked at, whatever else its name says. */
const NEVER =
  /getSensitiveInfo|sensInfo|bindVirtualNumber|virtualNumber|decrypt|getRealReceiverInfo|privacy|consent|login|passport|password|captcha|remark|memo|submit|ducc|config/i;

/** True for a call that is never looked at. */
export function isNeverRead(url: URL): boolean {
  return [url.hostname, url.pathname, url.searchParams.get('api') ?? '', url.searchParams.get('functionId') ?? ''].some(
    (part) => NEVER.test(part),
  );
}

/** Is the address this call, and none of those that are never read? */
export function isCall(call: CallName, url: URL): boolean {
  return isNamed(call, url) && !isNeverRead(url);
}

/** May the answer of this address be looked at in precise mode? */
export function isObserved(url: URL): boolean {
  return Object.values(observedCalls).some((call) => isCall(call, url));
}

function isNamed({ host, by, name }: CallName, url: URL): boolean {
  if (!host.test(url.hostname)) return false;
  return by === 'path' ? name.test(url.pathname) : apisOf(url).some((api) => name.test(api));
}

/** What a gateway calls it: `?api=a.b.c`, or `/h5/a.b.c/1.0/`. Two names that differ name nothing certain. */
function apisOf(url: URL): string[] {
  const inQuery = url.searchParams.getAll('api');
  const inPath = /^\/h5\/([\w.]+)\/[\d.]+\/?$/.exec(url.pathname)?.[1];
  const apis = new Set([...inQuery, ...(inPath === undefined ? [] : [inPath])].map((api) => api.trim()));
  if (inPath === undefined) return apis.size === 1 ? [...apis] : [];
  const isSame = [...apis].every((api) => api.toLowerCase() === inPath.toLowerCase());
  return isSame ? [inPath] : [];
}
