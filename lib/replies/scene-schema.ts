/** A scene (场景) as data, and what speaks for it: weights that were learned from labelled lines when the extension was made. */
import { labelSchema } from '../model/label.ts';
import { orderStageSchema } from '../model/order-stage.ts';
import { z } from '../model/zod.ts';

export const replySceneSchema = z.object({
  id: z.string().regex(/^[a-z][A-Za-z]*$/, 'expected a camelCase id such as afterSign'),
  label: labelSchema,
  /** What went wrong, as a noun for the form (商品破损); null where nothing did. */
  problem: z.string().min(1).max(12).nullable(),
  /** Whatever else is spoken of comes first: thanks are often a closing word. */
  yields: z.boolean(),
  /** Where an order must stand for the scene to be likely; empty: anywhere. */
  stages: z.array(orderStageSchema),
  /** Asking that names no scene (要先充电吗) means this scene while the order stands here; null for no order or an unknown one. */
  askedAt: z.array(orderStageSchema.nullable()),
  /** Urging alone (好了没) means this scene while the order stands here. */
  urgedAt: z.array(orderStageSchema),
  /** A reply must hold apology, solution, deadline and owner. */
  isStructured: z.boolean(),
});
export type ReplyScene = z.infer<typeof replySceneSchema>;

/** The same word as buyers write it: initials, sound-alikes, dialect. Latin ones count only as words of their own. */
export const spellingSchema = z.object({ as: z.string().min(1), written: z.array(z.string().min(1)).min(1) });
export type Spelling = z.infer<typeof spellingSchema>;

export const sceneWordsSchema = z.object({
  /** Words that ask; asking about nothing that names a scene is a question about the goods, before or after buying. */
  asking: z.array(z.string().min(1)),
  /** Asking that is about nothing yet. */
  smallTalk: z.array(z.string().min(1)),
  /** Closing words: beside anything else they are no scene. */
  courtesies: z.array(z.string().min(1)),
  /** How one begins, whatever it is about. */
  greetings: z.array(z.string().min(1)),
  /** Words of who asks again, after an answer, what they asked before. */
  again: z.array(z.string().min(1)),
  /** Words that press. */
  urging: z.array(z.string().min(1)),
  /** What begins with one of `before` and goes on with one of `of` is said not to be meant, as far as the pause. */
  denials: z.array(z.object({ before: z.array(z.string().min(1)), of: z.array(z.string().min(1)) })),
});
export type SceneWords = z.infer<typeof sceneWordsSchema>;

/** What `npm run scenes` learned. Weights of a scene stand by their size: `{"6": "到哪 快递", "5": "…"}` in steps of `step`. */
export const sceneWeightsSchema = z.object({
  source: z.string().min(1),
  step: z.number().positive(),
  /** Letters and pairs of letters that speak for a scene; `^` and `$` are the ends of a clause, `0` is any number. */
  speaksFor: z.record(z.string(), z.record(z.string().regex(/^\d+$/), z.string().min(1))),
  /** For each scene what the sum of another adds to it or, mostly, takes from it. */
  takes: z.record(z.string(), z.record(z.string(), z.number())),
  /** Log odds of a scene while nothing was said. */
  bias: z.record(z.string(), z.number()),
  /** From log odds to how often such an answer was right, on lines held back. */
  certainty: z.object({ scale: z.number().positive(), shift: z.number() }),
});
export type SceneWeights = z.infer<typeof sceneWeightsSchema>;

/** Everything that scene detection reads. */
export interface SceneRules {
  scenes: readonly ReplyScene[];
  words: SceneWords;
  spellings: readonly Spelling[];
  weights: SceneWeights;
}
