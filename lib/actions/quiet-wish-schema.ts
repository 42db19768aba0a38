/** By which words a buyer asks to be left in peace, as data with what it must hear and what it must leave alone. */
import { z } from '../model/zod.ts';

const words = z.array(z.string().min(1)).min(1);

export const quietWishSchema = z.object({
  source: z.array(z.string()).min(1),
  /** A message that says nothing else. */
  whole: words,
  /** Enough wherever they stand. */
  said: words,
  /** "No more" … */
  stop: words,
  /** … of these, within `windowChars` of it, before or after. */
  of: words,
  /** A complaint about how often … */
  nagging: words,
  /** … with a word of annoyance anywhere beside it. */
  annoyed: words,
  /** With any of these the message is about goods, parcels or orders. */
  unless: words,
  windowChars: z.number().int().positive(),
  examples: words,
  counterExamples: words,
});
export type QuietWishWords = z.infer<typeof quietWishSchema>;
