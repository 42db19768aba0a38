/** What lists call their filters, and where they write their totals. */

/** Tabs that show every order, whatever its state, and how many days they go back; null where the page does not say. */
export const allOrdersTabs: ReadonlyMap<string, number | null> = new Map([
  ['全部', null],
  ['全部订单', null],
  ['所有订单', null],
  ['近三个月', 90],
  ['近三个月订单', 90],
]);

/** The same tabs as addresses name them. */
export const allOrdersParams: Readonly<Record<string, string>> = { tabType: 'allOrders', tabCode: 'latest3Months' };

/** Parameters of an address that leave no order out. */
export const quietParams = new Set('spm t _ current page pageNum pageSize source from'.split(' '));

/** "共 1,234 条", "共12笔订单". */
export const TOTAL = /共\s*(\d{1,3}(?:,\d{3})+|\d{1,8})\s*(?:条|笔|单|个订单)/g;
export const PAGE_SIZE = /(\d{1,3})\s*条\s*\/\s*页/g;
/** The words before the two days that limit a list by the time of the order. */
export const PLACED_RANGE = /^(?!.*(?:付款|支付)).*(?:下单|创建|拍下|成交时间)/s;
