/** What trade.taobao.com answers to the sold lists, out of a generated shop. Pure. */
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import type { DemoOrder, DemoShop } from '../shop/demo-shop.ts';
import { taobaoOrderRecord, type TaobaoOrderRecord } from './taobao-records.ts';

const isRefunding = (order: DemoOrder) => order.items.some((item) => item.afterSale === 'requested');

/** Taobao's tab codes and the orders each one keeps. */
export const taobaoTabs: readonly (readonly [tab: string, name: string, keeps: (order: DemoOrder) => boolean])[] = [
  ['latest3Months', '近三个月订单', () => true],
  ['waitBuyerPay', '等待买家付款', (order) => order.status === 'unpaid'],
  ['waitSend', '等待发货', (order) => order.status === 'paid'],
  ['haveSendGoods', '已发货', (order) => order.status === 'shipped'],
  ['refunding', '退款中', isRefunding],
  ['success', '成功的订单', (order) => order.status === 'completed'],
  ['closed', '关闭的订单', (order) => order.status === 'cancelled'],
];

export interface SoldList {
  error: string;
  page: { currentPage: number; pageSize: number; totalNumber: number; totalPage: number };
  mainOrders: TaobaoOrderRecord[];
}

export interface SoldQuery {
  tab: string;
  page: number;
  pageSize: number;
  isHidden: boolean;
}

const LISTED_MS = 92 * DAY_MS;

export function soldList({ tab, page, pageSize, isHidden }: SoldQuery, shop: DemoShop): SoldList {
  const keeps = taobaoTabs.find(([code]) => code === tab)?.[2] ?? (() => true);
  const orders = shop.orders.filter((order) => order.placedAt >= shop.untilMs - LISTED_MS && keeps(order));
  return {
    error: '',
    page: {
      currentPage: page,
      pageSize,
      totalNumber: orders.length,
      totalPage: Math.max(1, Math.ceil(orders.length / pageSize)),
    },
    mainOrders: orders
      .slice((page - 1) * pageSize, page * pageSize)
      .map((order) => taobaoOrderRecord(order, shop.buyers[order.buyerIndex]!, isHidden)),
  };
}

/** The query in a form body of `asyncSold.htm`. */
export function soldQueryOf(body: string): SoldQuery {
  const form = new URLSearchParams(body);
  return {
    tab: form.get('tabCode') ?? 'latest3Months',
    page: Number(form.get('pageNum') ?? 1),
    pageSize: Number(form.get('pageSize') ?? 15),
    isHidden: form.get('isHideNick') === 'true',
  };
}

/** JSON in ASCII: the same bytes in UTF-8 and in GBK, both of which these hosts have been seen to use. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The old page's first list, as the text between the quotes of its `var data = JSON.parse('…')`. */
export function inlineSoldList(list: SoldList): string {
  return asciiJson(list).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('</', '<\\/');
}
