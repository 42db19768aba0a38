/** What the platforms' words for reasons and carriers come to, as data. */
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';

export const caseReasonSchema = z.object({
  id: z.string().min(1).max(40),
  /** Any of these in the platform's words. */
  words: z.array(z.string().min(1)).min(1),
  /** Id of a reason label; null for the buyer's own wish, which is nobody's fault. */
  labelId: z.string().min(1).max(40).nullable(),
  examples: z.array(z.string().min(1)).min(1),
});

export const attributionRulesSchema = z.object({
  /** The first that fits counts. */
  caseReasons: z.array(caseReasonSchema).min(1),
  /** Usual shares of the kinds of trouble, with where they are from. */
  reference: z.object({
    shares: z.array(z.object({ groupId: z.string().min(1), share: z.number().gt(0).lt(1) })).min(2),
    source: z.array(z.string()).min(1),
  }),
  carriers: z.object({
    /** The first of which a word is in the name counts; a name of none of them stands for itself. */
    known: z
      .array(
        z.object({
          id: z.string().min(1).max(40),
          label: labelSchema,
          /** In lower case. */
          words: z.array(z.string().min(1)).min(1),
          examples: z.array(z.string().min(1)).min(1),
        }),
      )
      .min(1),
    /** Words of what stands in a carrier's place and names none. */
    none: z.array(z.string().min(1)),
    /** Ids of the reason labels that the way to the buyer may have caused. */
    labelIds: z.array(z.string().min(1)).min(1),
  }),
  /** Reasons of which a regular's word is an early warning, and where that is from. */
  quality: z.object({ labelIds: z.array(z.string().min(1)).min(1), source: z.array(z.string()).min(1) }),
  /** Fewer troubles are not held against the usual shares. */
  minTroubles: z.number().int().positive(),
});
export type AttributionRules = z.infer<typeof attributionRulesSchema>;

/** What to tell before it is bought, on the goods' page and on the card in the parcel, so that a reason comes up less; one of a reason at most. */
export const preventionSchema = z.object({
  tips: z.array(z.object({ labelId: z.string().min(1).max(40), what: labelSchema })).min(1),
  source: z.array(z.string()).min(1),
});
