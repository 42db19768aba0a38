/** A scene as data: the words that speak for it. Cues are plain words; nothing is learned or guessed. */
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';

export const replySceneSchema = z.object({
  id: z.string().regex(/^[a-z][A-Za-z]*$/, 'expected a camelCase id such as afterSign'),
  label: labelSchema,
  /** Words that speak for the scene; each at least two characters, so that no part of another word speaks. */
  cues: z.array(z.string().min(2).max(20)),
  /** Phrases inside which a cue says nothing or the opposite: 没破损 is no 破损. */
  unless: z.array(z.string().min(2).max(20)),
});
export type ReplyScene = z.infer<typeof replySceneSchema>;
