/** Words of state in exports. Pages and files of a platform share one table; files add a few of their own. */
import type { ItemAfterSale, OrderStatus } from '../model/order.ts';
import type { Platform } from '../model/platform.ts';
import { jdStatusOf } from '../platforms/jd/status-labels.ts';
import { taobaoAfterSaleOf, taobaoStatusOf } from '../platforms/taobao/status-labels.ts';
import { plain } from './cell-values.ts';

/** `unknown` also for a file without the column: then the time of payment tells whether the order counts. */
export function statusIn(platform: Platform, cell: string): OrderStatus {
  const text = plain(cell);
  return platform === 'jd' ? jdStatusOf(text) : taobaoStatusOf(text);
}

/** The after-sale state of a line in 退款状态: 没有申请退款 and an empty cell are none. */
export function afterSaleIn(text: string): ItemAfterSale {
  return taobaoAfterSaleOf([text]);
}
