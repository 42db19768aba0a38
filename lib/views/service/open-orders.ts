/** Customers who have open work orders: they get no offers, and those come first whose work order is late. */
import { isOpen } from '../../service/work-order.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readServiceDesk } from './service-desk.ts';

export interface OpenOrders {
  open: number;
  /** Of them over time. */
  late: number;
}

/** By customer, as links make them now. */
export async function readOpenOrders(db: LiukeDatabase, now: number): Promise<Map<string, OpenOrders>> {
  const { workOrders } = await readServiceDesk(db, now);
  const byCustomer = new Map<string, OpenOrders>();
  for (const { order, state } of workOrders) {
    if (order.customerId === null || !isOpen(order)) continue;
    const { open, late } = byCustomer.get(order.customerId) ?? { open: 0, late: 0 };
    byCustomer.set(order.customerId, { open: open + 1, late: late + Number(state === 'late') });
  }
  return byCustomer;
}
