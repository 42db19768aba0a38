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

/** An order with what its cases come to; without `cases` none was seen. */
export type OrderWithCases = Order & { cases?: OrderCases };

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
