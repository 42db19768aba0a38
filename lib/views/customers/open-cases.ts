/** The after-sale cases of a customer that wait for somebody: of their orders, and those that carry their own id. */
import type { AfterSale } from '../../model/after-sale.ts';
import type { Metrics } from '../../insight/metrics.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { recordsOf } from '../../store/of-keys.ts';
import type { AfterSaleRecord } from '../../store/records.ts';

export interface OpenCase extends Pick<AfterSale, 'caseId' | 'orderId' | 'type' | 'appliedAt' | 'refundFen'> {
  /** When it was first or last seen open, epoch ms. */
  seenAt: number;
}

/**
 * All of them, whatever became of them.
 * @param orderRecordIds the customer's orders
 */
export async function readCases(
  db: LiukeDatabase,
  customerIds: string[],
  orderRecordIds: string[],
): Promise<AfterSaleRecord[]> {
  const [own, ofOrders] = await Promise.all([
    recordsOf(db.afterSales, 'customerId', customerIds),
    recordsOf(db.afterSales, 'orderRecordId', orderRecordIds),
  ]);
  return [...new Map([...own, ...ofOrders].map((each) => [each.id, each])).values()];
}

/** Oldest first: who waits longest comes first. */
export function openAmong(cases: readonly AfterSaleRecord[]): OpenCase[] {
  return cases
    .filter(({ status }) => status === 'open')
    .map(({ caseId, orderId, type, appliedAt, refundFen, seenAt }) => ({
      caseId,
      orderId,
      type,
      appliedAt,
      refundFen,
      seenAt,
    }))
    .toSorted((a, b) => (a.appliedAt ?? a.seenAt) - (b.appliedAt ?? b.seenAt));
}

/** A case may be seen before its order is: it counts as the order's all the same, so that it is settled first. */
export function withOpenCases(metrics: Metrics, cases: readonly OpenCase[]): Metrics {
  const orders = new Set(cases.map(({ orderId }) => orderId));
  return { ...metrics, openAfterSales: Math.max(metrics.openAfterSales ?? 0, orders.size) };
}
