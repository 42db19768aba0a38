/** One after-sale case (refund, return, exchange, dispute) as a seller's page shows it. */
import { buyerSchema } from './buyer-schema.ts';
import { fenSchema } from './fen-schema.ts';
import { instantSchema } from './instant-schema.ts';
import { orderIdSchema } from './order.ts';
import { z } from './zod.ts';

/**
 * `open`: somebody has still to do something. `closed`: ended, and nothing says that money was paid back. `refused`: the shop said
 * no, and the buyer may go on. `unknown`: a status text that no table knows.
 */
export const afterSaleStatusSchema = z.enum(['open', 'refunded', 'closed', 'refused', 'unknown']);
export type AfterSaleStatus = z.infer<typeof afterSaleStatusSchema>;

export const caseIdSchema = z.string().regex(/^\d{6,25}$/);

export const afterSaleSchema = z.object({
  caseId: caseIdSchema,
  orderId: orderIdSchema,
  appliedAt: instantSchema.nullable(),
  /** What is asked for, or was paid back; null where the page shows none (an exchange, a column switched off). */
  refundFen: fenSchema.nullable(),
  /** The platform's own word: 退货退款, 仅退款, 换货. */
  type: z.string().min(1).max(40).nullable(),
  status: afterSaleStatusSchema,
  /** The reason that the buyer chose, as the page shows it. */
  reason: z.string().min(1).max(200).nullable(),
  buyer: buyerSchema,
});
export type AfterSale = z.infer<typeof afterSaleSchema>;

/** Of a case that was seen going on and then over. */
export interface SeenEnd {
  /** When it was last seen open and first seen ended, epoch ms; absent where it was not seen both ways. */
  endedBetween?: readonly [openAt: number, endedAt: number];
}
