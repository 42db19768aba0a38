/** The learned weights, made ready: which letters speak for which scene, and what scenes take from one another. */
import type { SceneRules } from './scene-schema.ts';
import { literal, respeller } from './spoken-clauses.ts';

export interface CompiledScenes {
  rules: SceneRules;
  /** What letters may speak for: each scene, and that nothing is meant (在吗). */
  voices: readonly string[];
  /** For each gram what it speaks for, by its place in `voices`, and how much. */
  speaksFor: ReadonlyMap<string, readonly { scene: number; weight: number }[]>;
  /** For each scene what the sum of each voice adds to its log odds. */
  takes: readonly Float64Array[];
  urging: RegExp;
  asking: RegExp;
  smallTalk: RegExp;
  /** A clause in the usual spelling, without greetings and without what is said not to be meant. */
  plain: (clause: string) => string;
}

/** What letters may speak for: each scene, and that nothing is meant (在吗). */
export const voicesOf = ({ scenes }: Pick<SceneRules, 'scenes'>): string[] => [
  ...scenes.map(({ id }) => id),
  'nothing',
];

const compiled = new WeakMap<SceneRules, CompiledScenes>();

/** Compiled once for each set of rules. */
export function compileScenes(rules: SceneRules): CompiledScenes {
  let known = compiled.get(rules);
  if (!known) {
    known = compile(rules);
    compiled.set(rules, known);
  }
  return known;
}

function compile(rules: SceneRules): CompiledScenes {
  const { words, spellings, weights } = rules;
  const respell = respeller(spellings);
  const unsaid = new RegExp(`(?<!\\S)(?:${anyOf(words.greetings)})|${words.denials.map(denial).join('|')}`, 'g');
  const voices = voicesOf(rules);
  const speaksFor = new Map<string, { scene: number; weight: number }[]>();
  for (const [scene, id] of voices.entries()) {
    for (const [steps, grams] of Object.entries(weights.speaksFor[id] ?? {})) {
      for (const gram of grams.split(' ')) {
        const known = speaksFor.get(gram);
        const one = { scene, weight: Number(steps) * weights.step };
        if (known) known.push(one);
        else speaksFor.set(gram, [one]);
      }
    }
  }
  return {
    rules,
    voices,
    speaksFor,
    takes: rules.scenes.map(({ id }) => Float64Array.from(voices, (voice) => weights.takes[id]?.[voice] ?? 0)),
    urging: new RegExp(anyOf(words.urging)),
    asking: new RegExp(`${anyOf(words.asking)}|([^])不\\1|[不没]$`),
    smallTalk: new RegExp(anyOf(words.smallTalk)),
    plain: (clause) => respell(clause).replace(unsaid, ' '),
  };
}

/** Who speaks, and what leads up to it. */
const LEAD = '(?:我们?|也|又|可|但|但是|其实|这|东西|倒|真|都|并)*';
const FILLER = '(?:再|来|去|要|给我|帮我|你们?|什么|了)*';

/** From the beginning of a run to the next pause; what is asked (不退吗) is not denied. */
function denial({ before, of }: SceneRules['words']['denials'][number]): string {
  return `(?<!\\S)${LEAD}(?:${anyOf(before)})${FILLER}(?:${anyOf(of)})(?!\\S*(?:吗|不是|就|么))\\S*`;
}

function anyOf(list: readonly string[]): string {
  return list.map(literal).join('|');
}

/**
 * How likely each scene is, as log odds, from what spoke for each.
 * @param spoken for each of `voices` the sum of what spoke for it
 */
export function oddsOf(spoken: Float64Array, { rules: { scenes, weights }, takes }: CompiledScenes): number[] {
  const { scale, shift } = weights.certainty;
  return scenes.map(({ id }, scene) => {
    let sum = weights.bias[id] ?? 0;
    for (let voice = 0; voice < spoken.length; voice += 1) sum += takes[scene]![voice]! * spoken[voice]!;
    return scale * sum + shift;
  });
}
