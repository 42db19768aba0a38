/** What the after-sale cases of one order come to, as far as they were seen. */
import type { AfterSale } from './after-sale.ts';
import type { Fen } from './money.ts';
import type { Order } from './order.ts';

export interface OrderCases {
  open: number;
  refunded: number;
  /** Paid back in all; null when a refunded case shows no amount. */
  refundedFen: Fen | null;
}

/** An order with what was paid back of it and how long it has stood so, as far as it was seen. */
export type OrderWithCases = Order & {
  /** What its cases come to; left out where none was seen. */
  cases?: OrderCases;
  /** Paid back in all, as an export says; left out where none does. */
  refundedFen?: Fen;
  /** When its status was first seen so (epoch ms); left out where that was when the rest of it was seen. */
  statusSeenAt?: number;
};

/**
 * Paid back in all: cases and exports tell of the same refunds, so the larger sum counts. Null when a refunded case shows no amount,
 * and no export does.
 */
export function paidBackFen({ cases, refundedFen = 0 }: OrderWithCases): Fen | null {
  if (cases?.refundedFen === null) return refundedFen > 0 ? refundedFen : null;
  return Math.max(cases?.refundedFen ?? 0, refundedFen);
}

/** @param cases of one order */
export function sumUpCases(cases: readonly Pick<AfterSale, 'status' | 'refundFen'>[]): OrderCases {
  const refunded = cases.filter(({ status }) => status === 'refunded');
  return {
    open: cases.filter(({ status }) => status === 'open').length,
    refunded: refunded.length,
    refundedFen: refunded.reduce<Fen | null>(
      (sum, { refundFen }) => (sum === null || refundFen === null ? null : sum + refundFen),
      0,
    ),
  };
}
