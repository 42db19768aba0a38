/** Words of state in exports. Pages and files of a platform share one table; files add a few of their own. */
import type { AfterSaleStatus } from '../model/after-sale.ts';
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

/** JD's 服务单状态, export of 2018 and page alike. */
const caseLabels: readonly [RegExp, AfterSaleStatus][] = [
  [/退款成功|退款完成/, 'refunded'],
  [/拒绝|审核不通过/, 'refused'],
  [/完成|关闭|撤销|取消/, 'closed'],
  [/申请|审核|处理|退款中|待|同意|收货|换新|取件/, 'open'],
];

export function caseStatusIn(text: string): AfterSaleStatus {
  return caseLabels.find(([label]) => label.test(text))?.[1] ?? 'unknown';
}
