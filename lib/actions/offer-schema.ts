/** An offer as data: a coupon or a standing right. */
import { couponTermsSchema } from '../model/trial.ts';
import { z } from '../model/zod.ts';

export const offerSchema = z.discriminatedUnion('kind', [
  couponTermsSchema.extend({ kind: z.literal('coupon') }),
  /** A standing right, such as 9折: pay `rate` of the price. */
  z.object({ kind: z.literal('rate'), rate: z.number().gt(0).lt(1) }),
]);
export type Offer = z.infer<typeof offerSchema>;
