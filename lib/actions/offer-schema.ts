/** An offer as data: a coupon or a standing right. */
import { fenSchema } from '../model/fen-schema.ts';
import { z } from '../model/zod.ts';

export const offerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('coupon'),
    thresholdFen: fenSchema,
    faceValueFen: fenSchema.positive(),
    validDays: z.number().int().positive().nullable(),
  }),
  /** A standing right, such as 9折: pay `rate` of the price. */
  z.object({ kind: z.literal('rate'), rate: z.number().gt(0).lt(1) }),
]);
export type Offer = z.infer<typeof offerSchema>;
