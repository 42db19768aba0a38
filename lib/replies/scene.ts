/** What a conversation is about (场景), from the buyer's own words: several things at once, and honest when not sure. */
import { orderStageSchema, type OrderStage } from '../model/order-stage.ts';
import { SURE_FROM } from './confidence.ts';
import type { ReplyScene, SceneRules } from './scene-schema.ts';
import { compileScenes, oddsOf, type CompiledScenes } from './scene-weights.ts';
import { hear, type SpokenWords } from './scene-words.ts';
import { clausesOf, openMessages, type SceneMessage } from './spoken-clauses.ts';

export interface DetectedScene {
  sceneId: string;
  /** 0..1; below `SURE_FROM` it is a guess, and is called one. */
  confidence: number;
  /** The words found, for the person to check. */
  cues: string[];
}

/** By the stage of the order that is spoken of; `none` where there is none, or it is not known. */
export type ScenesByStage = Record<OrderStage | 'none', DetectedScene[]>;

/** A guess is worth a word from here on: about every second one is right. */
const WORTH_A_WORD = 0.4;
/** Where nothing is heard, what is likeliest is guessed from here on. */
const LIKELIEST = 0.2;
/** Asking or urging that names nothing, and what is likeliest, are believed so far. */
const GUESSED = 0.5;
/** So much must speak for nothing being meant (人呢) that asking is not taken for a question about the goods. */
const MEANS_NOTHING = 2.5;

/** How an order's stage moves the odds of a scene that belongs to certain stages. */
const STAGE_FITS = Math.log(1.5);
const STAGE_DIFFERS = Math.log(0.7);
const MOST_CUES = 3;
/** Words that weigh less than this share of the weightiest are not worth showing. */
const WORTH_SHOWING = 0.4;
/** What was said one message earlier counts so much less in the order of things. */
const OLDER = 0.85;

/**
 * @param stage of the order that is spoken of; null when there is none or it is not known
 * @returns best first; empty when nothing is heard
 */
export function detectScenes(
  messages: readonly SceneMessage[],
  rules: SceneRules,
  stage: OrderStage | null = null,
): DetectedScene[] {
  return sceneFinder(messages, rules)(stage);
}

/** For who knows what was said before they know of which order. Each best first. */
export function scenesByStage(messages: readonly SceneMessage[], rules: SceneRules): ScenesByStage {
  const scenesAt = sceneFinder(messages, rules);
  const ofStages = orderStageSchema.options.map((stage) => [stage, scenesAt(stage)] as const);
  return { none: scenesAt(null), ...(Object.fromEntries(ofStages) as Record<OrderStage, DetectedScene[]>) };
}

/** The words are heard once, whatever the stage. */
function sceneFinder(
  messages: readonly SceneMessage[],
  rules: SceneRules,
): (stage: OrderStage | null) => DetectedScene[] {
  const compiled = compileScenes(rules);
  const spoken = openMessages(messages, rules.words.again).map((text) => clausesOf(text, compiled.plain));
  const { sums, alone, words } = hear(spoken, compiled);
  // One message must not silence another.
  const parts = (spoken.length > 1 ? [sums, ...alone] : [sums]).map((each) => oddsOf(each, compiled));
  const odds = rules.scenes.map((_, at) => Math.max(...parts.map((each) => each[at]!)));
  const meansNothing = sums.at(-1)! >= MEANS_NOTHING;
  return (stage) => {
    const spokenOf = rules.scenes
      .map((scene, at) => judged(scene, odds[at]! + oddsAt(scene, stage), words[at]!, spoken.length))
      .filter(({ cues }) => cues.length > 0);
    const heard = spokenOf.filter(({ confidence }) => confidence >= WORTH_A_WORD);
    const all =
      heard.length > 0
        ? withoutYielding(heard, rules)
        : guessed({ clauses: spoken.flat(), likeliest: likeliestOf(spokenOf), meansNothing, stage }, compiled);
    return all
      .toSorted((a, b) => urgencyOf(b) - urgencyOf(a))
      .map(({ scene, confidence, cues }) => ({ sceneId: scene.id, confidence, cues }));
  };
}

interface Judged {
  scene: ReplyScene;
  confidence: number;
  cues: string[];
  /** How many messages ago it was last heard. */
  age: number;
}

/** What was said last is answered first. */
function urgencyOf({ confidence, age }: Judged): number {
  return confidence * OLDER ** age;
}

/** @param words the weightiest first */
function judged(scene: ReplyScene, odds: number, words: readonly SpokenWords[], messages: number): Judged {
  const telling = words.filter(({ weight }) => weight >= words[0]!.weight * WORTH_SHOWING);
  return {
    scene,
    confidence: 1 / (1 + Math.exp(-odds)),
    cues: [...new Set(telling.map(({ text }) => text))].slice(0, MOST_CUES),
    age: messages - 1 - Math.max(...telling.map(({ message }) => message)),
  };
}

function oddsAt({ stages }: ReplyScene, stage: OrderStage | null): number {
  if (stage === null || stages.length === 0) return 0;
  return stages.includes(stage) ? STAGE_FITS : STAGE_DIFFERS;
}

/** Thanks that close a question are not what it is about, nor is a question about the goods that is only guessed beside something sure. */
function withoutYielding(heard: readonly Judged[], { words: { courtesies } }: SceneRules): Judged[] {
  const others = heard.filter(({ scene }) => !scene.yields);
  const isSure = others.some(({ confidence }) => confidence >= SURE_FROM);
  const isCourtesy = (words: string) => courtesies.some((courtesy) => words.includes(courtesy));
  const isBeside = ({ scene, confidence, cues }: Judged) =>
    (others.length > 0 && cues.every(isCourtesy)) || (isSure && isQuestion(scene) && confidence < SURE_FROM);
  return heard.filter((each) => !each.scene.yields || !isBeside(each));
}

/** What asking that names nothing may mean. */
const isQuestion = ({ askedAt }: ReplyScene) => askedAt.length > 0;

/** @returns null where nothing is likely enough to be guessed */
function likeliestOf(spokenOf: readonly Judged[]): Judged | null {
  const [likeliest] = spokenOf.toSorted((a, b) => b.confidence - a.confidence);
  return likeliest && likeliest.confidence >= LIKELIEST ? { ...likeliest, confidence: GUESSED } : null;
}

interface Unheard {
  clauses: readonly string[];
  likeliest: Judged | null;
  meansNothing: boolean;
  stage: OrderStage | null;
}

/** "好了没" and "要先充电吗" name nothing: the order's stage says what is waited for, or asked about. */
function guessed(
  { clauses, likeliest, meansNothing, stage }: Unheard,
  { rules, urging, asking, smallTalk }: CompiledScenes,
): Judged[] {
  const found = (pattern: RegExp) => clauses.flatMap((clause) => pattern.exec(clause)?.[0] ?? []);
  const guess = (scene: ReplyScene | undefined, words: readonly string[]): Judged[] =>
    scene && words.length > 0 ? [{ scene, confidence: GUESSED, cues: words.slice(0, 1), age: 0 }] : [];
  const urged = guess(
    stage === null ? undefined : rules.scenes.find(({ urgedAt }) => urgedAt.includes(stage)),
    found(urging),
  );
  if (urged.length > 0 || found(smallTalk).length > 0) return urged;
  if (likeliest && !isQuestion(likeliest.scene)) return [likeliest];
  if (meansNothing && !likeliest) return [];
  return guess(
    rules.scenes.find(({ askedAt }) => askedAt.includes(stage)),
    [...found(asking), ...(likeliest?.cues ?? [])],
  );
}
