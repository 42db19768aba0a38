/** A cause of troubles (article, reason, carrier) that somebody mended, and who was told, as the log keeps it. */
import { eventStamp } from './event-stamp.ts';
import { instantSchema } from './instant-schema.ts';
import { MAX_OWNER_CHARS } from './limits.ts';
import { z } from './zod.ts';

const mendId = z.string().min(1).max(60);

export const causeSchema = z.object({
  article: z.string().min(1).max(500),
  /** Id of a reason label of `lib/rules/service`. */
  labelId: z.string().min(1).max(40),
  /** Id of a known carrier, or the name of one that is not; null for whoever carried it. */
  carrier: z.string().min(1).max(60).nullable(),
});
export type Cause = z.infer<typeof causeSchema>;

export const mendSchema = z.object({
  mendId,
  shopId: z.string().min(1),
  cause: causeSchema,
  /** What comes from then on comes again (epoch ms). */
  mendedAt: instantSchema,
  by: z.string().trim().min(1).max(MAX_OWNER_CHARS),
});
export type Mend = z.infer<typeof mendSchema>;

export const mendToldSchema = z.object({ mendId, customerId: z.string().min(1) });
export type MendTold = z.infer<typeof mendToldSchema>;

/** Of the event log. */
export const mendEventSchemas = [
  z.object({ ...eventStamp, kind: z.literal('causeMended'), mend: mendSchema }),
  z.object({ ...eventStamp, ...mendToldSchema.shape, kind: z.literal('mendTold') }),
] as const;
