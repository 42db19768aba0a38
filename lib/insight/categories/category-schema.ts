/**
 * A category of goods as data (SEG-21): the words in titles that tell it, how often its buyers usually return, and how long
 * what they buy lasts. A wrong category is worse than none, so words are chosen narrow and each has its neighbours tested.
 */
import { labelSchema } from '../../model/label.ts';
import { z } from '../../model/zod.ts';

/** As titles are read: compatibility forms folded, small letters. */
const wordSchema = z
  .string()
  .min(1)
  .refine((word) => word === word.normalize('NFKC').toLowerCase(), { error: 'expected a folded word' });

const supplyShape = {
  /** One of these stands in the title; the first rule that fits is used. */
  words: z.array(wordSchema).min(1),
  /** None of these does. */
  unless: z.array(wordSchema).optional(),
  /** Rule ids; "ours" for a number of our own. */
  source: z.array(z.string()).min(1),
  note: labelSchema,
  examples: z
    .array(z.object({ title: z.string(), quantity: z.number().int().positive(), days: z.number().nullable() }))
    .min(1),
};

const supplyRuleSchema = z.discriminatedUnion('per', [
  /** Days that one piece lasts, whatever its size. */
  z.object({ per: z.literal('piece'), days: z.number().positive(), ...supplyShape }),
  /** Days that one of the counted units lasts, such as 片: "10片*5盒" are 50. */
  z.object({ per: z.literal('unit'), units: z.array(wordSchema).min(1), days: z.number().positive(), ...supplyShape }),
  z.object({ per: z.literal('kilogram'), days: z.number().positive(), ...supplyShape }),
  z.object({ per: z.literal('litre'), days: z.number().positive(), ...supplyShape }),
]);
export type SupplyRule = z.infer<typeof supplyRuleSchema>;

export const categorySchema = z.object({
  id: z.string().min(1),
  label: labelSchema,
  /** Days from one purchase to the next, while the shop has too few of its own; null where none is usual. */
  cycleDays: z.number().int().positive().nullable(),
  /** Days that a return is looked for. */
  horizonDays: z.number().int().min(7).max(365),
  /** Rule ids behind the cycle and the horizon; "ours" for a number of our own. */
  source: z.array(z.string()).min(1),
  note: labelSchema.optional(),
  /** Thresholds of tiers that run elsewhere in this category: threshold id -> value (SEG-21). */
  thresholds: z.record(z.string(), z.number()),
  /** A title with one of these may be of this category. */
  words: z.array(wordSchema).min(1),
  /** A title with one of these is not. */
  unless: z.array(wordSchema),
  supply: z.array(supplyRuleSchema),
  /** Titles of this category, and neighbours that are not. */
  examples: z.object({ is: z.array(z.string()).min(3), isNot: z.array(z.string()).min(3) }),
});
export type Category = z.infer<typeof categorySchema>;
