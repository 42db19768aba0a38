/** What JD's hosts answer to the calls of their own pages, out of a generated shop. Pure. */
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import type { DemoConversation, DemoShop } from '../shop/demo-shop.ts';
import { casePage, homeDisplay } from './jd-after-sales.ts';
import { jdOrderRecord, type JdOrderRecord } from './jd-records.ts';

/** JD's tab codes and the status each one keeps; null keeps all. */
export const jdTabs = [
  ['allOrders', '全部', null],
  ['notPay', '待付款', 'unpaid'],
  ['waitOut', '待出库', 'paid'],
  ['suspend', '暂停', 'onHold'],
  ['hadOut', '已出库', 'shipped'],
  ['completed', '已完成', 'completed'],
  ['canceled', '已取消', 'cancelled'],
] as const;

export type JdTab = (typeof jdTabs)[number][0];

export interface JdOrderPage {
  totalItem: number;
  pageSize: number;
  results: JdOrderRecord[];
}
export interface JdTabRecord {
  tab: JdTab;
  tabName: string;
  todos?: number;
}
export interface JdAccount {
  pin: string;
  venderId: string;
  shopName: string;
}

/** The list shows half a year; older orders are a query of their own. */
const LISTED_MS = 182 * DAY_MS;

/** Body of `sff.jd.com/api` for an `api` name; code 404 for one this console never calls. */
export function answerJdApi(api: string, body: string, shop: DemoShop): { code: number; data: unknown } {
  if (api.endsWith('.queryOrderPage')) return { code: 200, data: orderPage(body, shop) };
  if (api.endsWith('.queryOrderTabs')) return { code: 200, data: orderTabs(shop) };
  if (api.endsWith('.serviceOrderQueryDsmService.page')) return { code: 200, data: casePage(body, shop) };
  if (api.endsWith('.findHomeDisplay')) return { code: 200, data: homeDisplay(shop) };
  if (api.endsWith('.findAccountInfo')) {
    return {
      code: 200,
      data: { pin: shop.accountName, venderId: shop.shopId, shopName: shop.shopName } satisfies JdAccount,
    };
  }
  if (api.endsWith('.getSensitiveInfo')) return { code: 200, data: sensitiveInfo };
  return { code: 404, data: null };
}

/** What an unmasking brings: the page asks for it on a click, and nobody else looks at it. */
export const sensitiveInfo = { name: '演示收货人', address: '演示省演示市演示街道', virtualNumber: '演示号码-0618' };

function listedOrders(shop: DemoShop) {
  return shop.orders.filter((order) => order.placedAt >= shop.untilMs - LISTED_MS);
}

function orderPage(body: string, shop: DemoShop): JdOrderPage {
  const { request }: { request: { data: { orderTab: string; current: number; pageSize: number } } } = JSON.parse(body);
  const { orderTab, current, pageSize } = request.data;
  const kept = jdTabs.find(([tab]) => tab === orderTab)?.[2] ?? null;
  const orders = listedOrders(shop).filter((order) => kept === null || order.status === kept);
  const page = orders.slice((current - 1) * pageSize, current * pageSize);
  return {
    totalItem: orders.length,
    pageSize,
    results: page.map((order) => jdOrderRecord(order, shop.buyers[order.buyerIndex]!)),
  };
}

function orderTabs(shop: DemoShop): JdTabRecord[] {
  const orders = listedOrders(shop);
  return jdTabs.map(([tab, tabName, kept]) => {
    const isTodo = kept === 'unpaid' || kept === 'paid' || kept === 'onHold';
    return isTodo ? { tab, tabName, todos: orders.filter((order) => order.status === kept).length } : { tab, tabName };
  });
}

/** What the chat workbench loads at its start: our own shape, the real one is not known. */
export interface ChatCheckin {
  venderId: string;
  waiter: string;
  conversations: DemoConversation[];
}

export function chatCheckin(shop: DemoShop): ChatCheckin {
  return { venderId: shop.shopId, waiter: shop.accountName, conversations: shop.conversations };
}
