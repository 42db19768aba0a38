/** The words of promises and of a good answer to a complaint, as data. */
import { labelSchema } from '../model/label.ts';
import { promiseSchema } from '../model/event.ts';
import { z } from '../model/zod.ts';

const words = z.array(z.string().min(1)).min(1);

export const promiseRulesSchema = z.object({
  /** What is promised, the first that fits. */
  kinds: z.array(z.object({ what: promiseSchema.shape.what, words })).min(1),
  /** In the same clause: a forecast, or something the buyer may do. */
  notOurs: words,
  /** A hurry without a time. */
  vague: words,
  examples: z.object({ good: words, bad: words }),
});
export type PromiseRules = z.infer<typeof promiseRulesSchema>;

export const structurePartSchema = z.object({
  part: z.enum(['apology', 'solution', 'owner']),
  label: labelSchema,
  words,
});
export type StructurePart = z.infer<typeof structurePartSchema>;
