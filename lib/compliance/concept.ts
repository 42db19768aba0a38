/** A concept: the words by which one thing or act is named. Frames are made of concepts. */
import { z } from '../model/zod.ts';
import { customIssue } from './rule-fault.ts';
import { wordProblem } from './word-graph.ts';

const word = z
  .string()
  .min(1)
  .superRefine((written, context) => {
    const problem = wordProblem(written);
    if (problem !== null) context.addIssue({ code: 'custom', ...customIssue(problem) });
  });

export const conceptSchema = z.object({
  /** In folded form; `(a|b)` stands for either. Up to two separators may stand between the letters in a text. */
  words: z.array(word).default([]),
  /** Sources of the trigger language, for what no list of words can hold, such as amounts. */
  patterns: z.array(z.string().min(1)).default([]),
  /** Longer words in which one of the words means something else: 更加 for 加. */
  except: z.array(word).default([]),
  /**
   * Words that are hidden from filters. Letters may be written in pinyin; of the letters in a word `some`: fewer than half, or
   * `half` of them, may be others of the same sound.
   */
  bySound: z.enum(['no', 'pinyin', 'some', 'half']).default('no'),
});
export type Concept = z.infer<typeof conceptSchema>;

export const conceptsSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), conceptSchema);
export type Concepts = Readonly<Record<string, Concept>>;
