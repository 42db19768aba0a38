/** What a work order about a customer is about, as far as that is certain: the one case that waits, else the one order of late. */
import { DAY_MS } from '../model/shanghai-time.ts';
import type { NewWorkOrder } from '../model/work-order-event.ts';

export type Prefilled = Pick<NewWorkOrder, 'caseId' | 'orderId' | 'amountFen'>;

/** Complaints are about what was bought of late. */
const LATE_MS = 30 * DAY_MS;

/** Of several cases or orders nothing is taken: it might be the wrong one. @param now epoch ms */
export function prefilled(
  cases: readonly { caseId: string; orderId: string; refundFen: number | null }[],
  orders: readonly { orderId: string; placedAt: number }[],
  now: number,
): Prefilled {
  const nothing = { caseId: null, orderId: null, amountFen: null };
  const [one, ...others] = cases;
  if (one) return others.length > 0 ? nothing : { caseId: one.caseId, orderId: one.orderId, amountFen: one.refundFen };
  const late = orders.filter(({ placedAt }) => now - placedAt <= LATE_MS);
  return late.length === 1 ? { ...nothing, orderId: late[0]!.orderId } : nothing;
}
