/** Who told what of orders and cases that several told of. */
import type { OrderItem } from '../model/order.ts';
import type { AfterSaleRecord, OrderRecord } from './records.ts';

/** What one file told of an order, or all pages together, apart from what others told; its buyer by nick alone is nobody else. */
export type OrderTold = OrderRecord & { tellsAfterSales?: boolean };

/** What a file of lines told of an order that others told of. */
export interface LinesTold {
  fromFile: string;
  lines: OrderItem[];
}

/** One order or case of which several told while an import can be taken back, in the order in which they told last. */
export interface TellingsRecord {
  /** `orders|${id of the order}`, `cases|${id of the case}`. */
  id: string;
  shopId: string;
  orders: (OrderTold | LinesTold)[];
  cases: AfterSaleRecord[];
}
