/** The words by which a buyer asks for what certain replies answer, as data. */
import { z } from '../model/zod.ts';

export const askedTopicSchema = z.object({
  /** Of the replies that answer it. */
  topics: z.array(z.string().min(1)).min(1),
  /** As they stand in a clause; 「…」 leaves out a few characters. */
  words: z.array(z.string().min(1)).min(1),
  examples: z.object({ found: z.array(z.string()).min(1), left: z.array(z.string()).min(1) }),
});
export type AskedTopic = z.infer<typeof askedTopicSchema>;
