/** What buyers say that wants no answer, as data. */
import { z } from '../model/zod.ts';

const words = z.array(z.string().min(1)).min(1);

export const smallTalkSchema = z.object({
  words,
  /** May stand around those words. */
  fillers: words,
  /** In brackets they are no emoticon: somebody sent something. */
  contents: words,
  examples: z.object({ small: words, matter: words }),
});
export type SmallTalk = z.infer<typeof smallTalkSchema>;
