/** A customer as the platform's own list of customers sums them up: the platform's count, not ours. */
import { buyerSchema } from './buyer-schema.ts';
import { fenSchema } from './fen-schema.ts';
import { instantSchema } from './instant-schema.ts';
import { z } from './zod.ts';

export const memberSchema = z.object({
  buyer: buyerSchema,
  /** The platform's member level in its own words. */
  level: z.string().min(1).max(40).nullable(),
  tradeCount: z.number().int().nonnegative().max(1_000_000).nullable(),
  tradeFen: fenSchema.nullable(),
  lastTradeAt: instantSchema.nullable(),
});
export type Member = z.infer<typeof memberSchema>;
