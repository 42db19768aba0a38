/**
 * How forbidden things are said, whatever the words: learned from labelled texts when the extension was made (`npm run sense`), as data.
 * For each label the letters and pairs of letters that speak for it or against it.
 */
import { z } from '../../model/zod.ts';
import { complianceLabelSchema } from '../compliance-rule.ts';

const odds = z.partialRecord(complianceLabelSchema, z.number());

export const senseWeightsSchema = z.strictObject({
  /** What it was learned from. */
  source: z.string().min(1),
  /** Weights are whole numbers of this. */
  step: z.number().positive(),
  /**
   * By label and size: letters and pairs of letters of the folded text with blanks between them. `^` and `$` are the ends of a run
   * between signs, `0` is any number, `#sms` a text that goes there. No size is larger than `LOUDEST`.
   */
  weights: z.partialRecord(
    complianceLabelSchema,
    z.record(z.string().regex(/^-?([1-9]|[1-5]\d|6[0-3])$/), z.string().min(1)),
  ),
  /** What a text begins with before anything is read. */
  bias: odds,
  /** From here on a text is held to mean it. */
  found: z.number(),
  /** Below, a rule is believed to have found its words in another sense. */
  doubted: z.number(),
});
export type SenseWeights = z.infer<typeof senseWeightsSchema>;
