/** How a dispute is decided, as data: by its amount, by what it is about, and by who may say yes. */
import { fenSchema } from '../model/fen-schema.ts';
import { labelSchema } from '../model/label.ts';
import { orderStatusSchema } from '../model/order.ts';
import { z } from '../model/zod.ts';

const id = z.string().min(1).max(40);
const source = z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)).min(1);

export const authoritySchema = z.enum(['staff', 'manager', 'owner']);
export type Authority = z.infer<typeof authoritySchema>;

export const disputeLevelSchema = z.object({
  id: z.enum(['instant', 'standard', 'negotiate', 'ownWish']),
  label: labelSchema,
  /** Up to this amount, it included; null for every higher one. */
  upToFen: fenSchema.nullable(),
  advice: labelSchema,
  /** Ways out, the one to offer first at the front. */
  remedies: z.array(id).min(1),
  /** Those where the buyer has nothing to keep or to send back. */
  remediesWithoutGoods: z.array(id).min(1),
  source,
});
export type DisputeLevel = z.infer<typeof disputeLevelSchema>;

export const remedySchema = z.object({
  id,
  label: labelSchema,
  /** What it costs the shop; `claim`: what is asked for. Of the others it rests on what the shop says its goods and parcels cost. */
  cost: z.enum(['claim', 'goods', 'freight', 'agreed', 'nothing']),
  source,
});
export type Remedy = z.infer<typeof remedySchema>;

/** One of three steps of a negotiation: the next only when the buyer is still not content. */
export const negotiationStepSchema = z.object({
  id,
  label: labelSchema,
  offer: labelSchema,
  by: authoritySchema,
  /** A right without an end is a debt: it needs a word of the owner. */
  isLasting: z.boolean(),
  source,
});
export type NegotiationStep = z.infer<typeof negotiationStepSchema>;

export const disputeRulesSchema = z.object({
  levels: z.array(disputeLevelSchema).length(3),
  /** For who just does not want it any more, whatever the amount: nothing went wrong, so nothing is made good. */
  ownWish: z.object({
    level: disputeLevelSchema,
    /** Nobody's fault as well, but no wish of the buyer. */
    unless: z.array(z.string().min(1)),
    /** Cases that ask for no money back: whatever the reason, the goods are still wanted. */
    unlessTypes: z.array(z.string().min(1)),
  }),
  /** Where the goods are; by the platform's word for the case first, then by the reason label, then by the order. */
  goods: z.object({
    typesWith: z.array(z.string().min(1)),
    typesWithout: z.array(z.string().min(1)),
    labelsWithout: z.array(id),
    orderStatusesWithout: z.array(orderStatusSchema),
  }),
  /** Reason labels that are negotiated whatever the amount. */
  negotiatedLabels: z.array(id),
  remedies: z.array(remedySchema).min(1),
  steps: z.array(negotiationStepSchema).length(3),
  /** Up to which amount staff and managers may say yes themselves. */
  authorityFen: z.object({ staff: fenSchema, manager: fenSchema }),
  /** From so many small claims of one buyer within so many days on, the quick way is closed. */
  abuse: z.object({ days: z.number().int().positive(), claims: z.number().int().positive() }),
  /** What goes to the manager at once, with what the law says of it. */
  toManager: z
    .array(
      z.object({
        id,
        label: labelSchema,
        words: z.array(z.string().min(1)).min(1),
        labels: z.array(id),
        note: labelSchema,
        source: z.string().min(1),
        examples: z.object({ found: z.array(z.string()).min(1), left: z.array(z.string()).min(1) }),
      }),
    )
    .min(1),
});
export type DisputeRules = z.infer<typeof disputeRulesSchema>;
