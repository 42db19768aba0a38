/** A scene (场景) as data: the words that speak for it. Nothing is learned or guessed; code reads these tables. */
import { labelSchema } from '../model/label.ts';
import { orderStageSchema } from './order-stage-schema.ts';
import { z } from '../model/zod.ts';

/**
 * A cue: words that must stand in this order, few characters apart: `快递…不动`; with `……` there may be a pause between.
 * `<parcel>…<stuck>` stands for every pair of two classes of words. A cue that begins with `!` holds in a question and after a
 * fear, too; one that ends with `$` ends its clause.
 */
const cueSchema = z
  .string()
  .max(200)
  .regex(
    /^!?(?:<[a-zA-Z]+>|[^<>!…$])+(?:…{1,2}(?:<[a-zA-Z]+>|[^<>!…$])+)*\$?$/,
    'expected words or <classes>, with … between places',
  );

export const replySceneSchema = z.object({
  id: z.string().regex(/^[a-z][A-Za-z]*$/, 'expected a camelCase id such as afterSign'),
  label: labelSchema,
  /** Who brings it up: what sellers bring up (a birthday, a festival) has no cues. */
  opens: z.enum(['buyer', 'seller']),
  /** What went wrong, as a noun for the form (商品破损); null where nothing did. */
  problem: z.string().min(1).max(12).nullable(),
  /** The buyer tells a fact: asked about or feared (会掉色吗) it is a question before buying. */
  isFact: z.boolean(),
  /** Whatever else is spoken of comes first: thanks are often a closing word. */
  yields: z.boolean(),
  /** Where an order must stand for the scene to be likely; empty: anywhere. */
  stages: z.array(orderStageSchema),
  /** Asking that no cue names (要先充电吗) means this scene while the order stands here; null for no order or an unknown one. */
  askedAt: z.array(orderStageSchema.nullable()),
  /** Urging alone (好了没) means this scene while the order stands here. */
  urgedAt: z.array(orderStageSchema),
  /** A reply must hold apology, solution, deadline and owner. */
  isStructured: z.boolean(),
  /** Cues by how much they tell. */
  cues: z.object({ sure: z.array(cueSchema), likely: z.array(cueSchema), maybe: z.array(cueSchema) }),
  /** A cue that touches one of these phrases says nothing. */
  unless: z.array(z.string().min(2).max(20)),
});
export type ReplyScene = z.infer<typeof replySceneSchema>;

/** The same word as buyers write it: initials, sound-alikes, dialect. Latin ones count only as words of their own. */
export const spellingSchema = z.object({ as: z.string().min(1), written: z.array(z.string().min(1)).min(1) });
export type Spelling = z.infer<typeof spellingSchema>;

export const sceneWordsSchema = z.object({
  /** Words of one meaning, by name. */
  classes: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  /** Directly before a cue: the buyer does not ask for it. */
  notWanted: z.array(z.string().min(1)),
  /** Directly before a fact: it is not so. */
  notSo: z.array(z.string().min(1)),
  /** Before a bare 不: it is the shop that will not. */
  refusing: z.array(z.string().min(1)),
  /** Before a fact: it is feared, not told. */
  supposed: z.array(z.string().min(1)),
  /** Words that ask; asking about nothing that a cue names is a question about the goods, before or after buying. */
  asking: z.array(z.string().min(1)),
  /** Asking that is about nothing yet. */
  smallTalk: z.array(z.string().min(1)),
  /** Closing words: beside anything else they are no scene. */
  courtesies: z.array(z.string().min(1)),
  /** Words that press. */
  urging: z.array(z.string().min(1)),
});
export type SceneWords = z.infer<typeof sceneWordsSchema>;

/** Everything that scene detection reads. */
export interface SceneRules {
  scenes: readonly ReplyScene[];
  words: SceneWords;
  spellings: readonly Spelling[];
}
