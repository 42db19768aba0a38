/** What a conversation is about (场景), from the buyer's own words: several things at once, and honest when not sure. */
import { SURE_FROM } from './confidence.ts';
import type { OrderStage } from './order-stage-schema.ts';
import { compileScenes, type CompiledScenes } from './scene-cues.ts';
import { belief, hitsIn, strengthOf, type Hit } from './scene-hits.ts';
import type { ReplyScene, SceneRules } from './scene-schema.ts';
import { clausesOf, openMessages, type SceneMessage } from './spoken-clauses.ts';

export interface DetectedScene {
  sceneId: string;
  /** 0..1; below `SURE_FROM` it is a guess, and is called one. */
  confidence: number;
  /** The words found, for the person to check. */
  cues: string[];
}

/** A guess is worth a word from here on, where nothing is sure: about every second one is right. */
const WORTH_A_WORD = 0.5;

/** How an order's stage moves the odds of a scene that belongs to certain stages. */
const STAGE_FITS = 1.5;
const STAGE_DIFFERS = 0.7;
const MOST_CUES = 3;
/** What was said one message earlier counts so much less in the order of things. */
const OLDER = 0.85;

/**
 * @param stage of the order that is spoken of; null when there is none or it is not known
 * @returns best first; guesses only where nothing is sure; empty when no cue is there
 */
export function detectScenes(
  messages: readonly SceneMessage[],
  rules: SceneRules,
  stage: OrderStage | null = null,
): DetectedScene[] {
  const compiled = compileScenes(rules);
  const spoken = openMessages(messages).map((text) => clausesOf(text, compiled.respell));
  const hits = spoken.flatMap((clauses, at) =>
    clauses.flatMap((clause) => hitsIn(clause, compiled).map((hit) => ({ ...hit, age: spoken.length - 1 - at }))),
  );
  const found = Map.groupBy(hits, ({ cue }) => cue.scene);
  const detected = [...found].map(([scene, theirs]) => ({ scene, ...judged(theirs, oddsAt(scene, stage)) }));
  const guesses = guessed(spoken.flat(), compiled, stage, detected);
  const all = guesses.length > 0 ? guesses : withoutYielding(detected, rules);
  const floor = all.some(({ confidence }) => confidence >= SURE_FROM) ? SURE_FROM : WORTH_A_WORD;
  return all
    .filter(({ confidence }) => confidence >= floor)
    .toSorted((a, b) => urgencyOf(b) - urgencyOf(a))
    .map(({ scene, confidence, cues }) => ({ sceneId: scene.id, confidence, cues }));
}

interface Judged {
  scene: ReplyScene;
  confidence: number;
  cues: string[];
  strongest: number;
  /** How many messages ago it was last heard. */
  age: number;
}

/** What was said last is answered first. */
function urgencyOf({ confidence, age }: Judged): number {
  return confidence * OLDER ** age;
}

function judged(hits: readonly (Hit & { age: number })[], odds: number): Omit<Judged, 'scene'> {
  const apart = [...new Map(hits.map((hit) => [hit.words, hit])).values()].toSorted(
    (a, b) => strengthOf(b) - strengthOf(a),
  );
  const doubt = apart.slice(0, MOST_CUES).reduce((rest, hit) => rest * (1 - strengthOf(hit)), 1);
  const ratio = ((1 - doubt) / doubt) * odds;
  return {
    confidence: ratio / (1 + ratio),
    cues: apart.slice(0, MOST_CUES).map(({ words }) => words),
    strongest: strengthOf(apart[0]!),
    age: Math.min(...hits.map(({ age }) => age)),
  };
}

function oddsAt({ stages }: ReplyScene, stage: OrderStage | null): number {
  if (stage === null || stages.length === 0) return 1;
  return stages.includes(stage) ? STAGE_FITS : STAGE_DIFFERS;
}

/** Thanks that close a question, and a question about goods beside a complaint, are not what it is about. */
function withoutYielding(detected: readonly Judged[], { words: { courtesies } }: SceneRules): Judged[] {
  const isOther = detected.some(({ scene, confidence }) => !scene.yields && confidence >= WORTH_A_WORD);
  const speaks = ({ strongest, cues }: Judged) =>
    strongest >= belief.sure && !cues.every((words) => courtesies.includes(words));
  return detected.filter((one) => !one.scene.yields || !isOther || speaks(one));
}

/** "好了没" and "要先充电吗" name nothing: the order's stage says what is waited for, or asked about. */
function guessed(
  clauses: readonly string[],
  { rules, urging, asking, smallTalk }: CompiledScenes,
  stage: OrderStage | null,
  detected: readonly Judged[],
): Judged[] {
  if (detected.some(({ confidence }) => confidence >= WORTH_A_WORD)) return [];
  const found = (pattern: RegExp) => clauses.flatMap((clause) => pattern.exec(clause)?.[0] ?? []);
  const guess = (scene: ReplyScene | undefined, words: readonly string[]): Judged[] =>
    scene && words.length > 0
      ? [{ scene, confidence: belief.likely, cues: words.slice(0, 1), strongest: belief.likely, age: 0 }]
      : [];
  const urged = guess(
    stage === null ? undefined : rules.scenes.find(({ urgedAt }) => urgedAt.includes(stage)),
    found(urging),
  );
  if (urged.length > 0 || found(smallTalk).length > 0) return urged;
  return guess(
    rules.scenes.find(({ askedAt }) => askedAt.includes(stage)),
    found(asking),
  );
}
