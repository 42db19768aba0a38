/** What a template may ask for, and where the value comes from. */
import { z } from '../model/zod.ts';
import { labelSchema } from '../model/label.ts';

export const replyVariableSchema = z.object({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a camelCase name such as itemTitle'),
  label: labelSchema,
  /**
   * How a value is written. `tail`: the last four digits, whatever was typed. `code`: a waybill number, the one number that is
   * inserted whole. Every other type gives up the middle of numbers that could be an order, a phone or a card.
   */
  type: z.enum(['text', 'tail', 'code', 'money', 'count', 'deadline']),
  /** `chat` proposes what the buyer's words suggest; `form` is filled in by the person before the reply can be used. */
  source: z.enum(['profile', 'order', 'page', 'chat', 'shop', 'form']),
  /** How old a value may be; null for what does not change. */
  maxAgeHours: z.number().int().positive().nullable(),
  /** What stands there when nothing is known and the sentence can do without; null: it has to be filled in. */
  fallback: z.string().min(1).max(20).nullable(),
  /** Usual answers, for one click. */
  choices: z.array(z.string().min(1).max(30)),
  example: z.string().min(1).max(60),
});
export type ReplyVariable = z.infer<typeof replyVariableSchema>;
