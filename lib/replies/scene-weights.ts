/** The learned weights, made ready: which letters speak for which scene, and what scenes take from one another. */
import type { SceneRules } from './scene-schema.ts';
import { literal, respeller } from './spoken-clauses.ts';

export interface CompiledScenes {
  rules: SceneRules;
  /** For each gram what it speaks for, by its place in `voicesOf`, and how much. */
  speaksFor: ReadonlyMap<string, readonly { scene: number; weight: number }[]>;
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
  const speaksFor = new Map<string, { scene: number; weight: number }[]>();
  voicesOf(rules).forEach((id, scene) => {
    for (const [steps, grams] of Object.entries(weights.speaksFor[id] ?? {})) {
      for (const gram of grams.split(' '))
        speaksFor.set(gram, [...(speaksFor.get(gram) ?? []), { scene, weight: Number(steps) * weights.step }]);
    }
  });
  return {
    rules,
    speaksFor,
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
 * @param spoken for each of `voicesOf` the sum of what spoke for it
 */
export function oddsOf(spoken: readonly number[], rules: SceneRules): number[] {
  const { scenes, weights } = rules;
  const voices = voicesOf(rules);
  return scenes.map(({ id }) => {
    const takes = weights.takes[id] ?? {};
    const sum = voices.reduce((all, other, at) => all + (takes[other] ?? 0) * spoken[at]!, weights.bias[id] ?? 0);
    return weights.certainty.scale * sum + weights.certainty.shift;
  });
}
