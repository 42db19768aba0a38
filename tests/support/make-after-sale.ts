/** An after-sale case as a page shows it. */
import type { AfterSale } from '../../lib/model/after-sale.ts';
import { PLACED_AT } from './make-order.ts';

/** A refund of ¥50 that the shop has still to answer, asked for two days after the order. */
export function makeAfterSale(changes: Partial<AfterSale> = {}): AfterSale {
  return {
    caseId: '1000000001',
    orderId: '3400000000000001',
    appliedAt: PLACED_AT + 2 * 86_400_000,
    refundFen: 5000,
    type: '仅退款',
    status: 'open',
    reason: '质量问题',
    buyer: { display: 'w**', key: null, quality: 'masked' },
    ...changes,
  };
}
