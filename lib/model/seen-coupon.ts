/** A coupon of the shop as its own coupon page lists it: what exists already and can be given. */
import { fenSchema } from './fen-schema.ts';
import { instantSchema } from './instant-schema.ts';
import { z } from './zod.ts';

export const seenCouponSchema = z.object({
  /** The platform's number of it; null where the page shows none. */
  couponId: z.string().min(1).max(40).nullable(),
  name: z.string().min(1).max(100),
  /** `store`: for every article; `item`: for named ones. Null where the page does not say. */
  scope: z.enum(['store', 'item']).nullable(),
  faceValueFen: fenSchema,
  /** The least a buyer has to spend; 0 without a threshold. */
  thresholdFen: fenSchema,
  /** How many one buyer may have; null for any number, or where the page does not say. */
  personLimit: z.number().int().positive().max(1000).nullable(),
  startsAt: instantSchema.nullable(),
  endsAt: instantSchema.nullable(),
  /** The platform's own word: 领取中, 已结束. */
  status: z.string().min(1).max(40),
  totalCount: z.number().int().nonnegative().nullable(),
  claimedCount: z.number().int().nonnegative().nullable(),
});
export type SeenCoupon = z.infer<typeof seenCouponSchema>;
