/** The words of a buyer that spoke for a scene: letters that belong together joined again, for the person to check. */
import { gramsOf } from './scene-grams.ts';
import { voicesOf, type CompiledScenes } from './scene-weights.ts';

export interface SpokenWords {
  text: string;
  weight: number;
  /** Which message it stands in. */
  message: number;
}

export interface Heard {
  /** For each of `voicesOf` the sum of what spoke for it, each gram once. */
  sums: number[];
  /** For each of them where it was spoken of, the weightiest first. */
  words: SpokenWords[][];
}

/** @param messages clauses of each message */
export function hear(messages: readonly (readonly string[])[], { rules, speaksFor }: CompiledScenes): Heard {
  const voices = voicesOf(rules);
  const sums = voices.map(() => 0);
  const words: SpokenWords[][] = voices.map(() => []);
  const said = new Set<string>();
  for (const [message, clauses] of messages.entries()) {
    for (const clause of clauses) {
      const letters = voices.map(() => new Float64Array(0));
      for (const { text, start, end } of gramsOf(clause)) {
        for (const { scene, weight } of speaksFor.get(text) ?? []) {
          if (!said.has(text)) sums[scene]! += weight;
          if (letters[scene]!.length === 0) letters[scene] = new Float64Array(clause.length);
          for (let at = start; at < end; at += 1) letters[scene]![at]! += weight / (end - start);
        }
        said.add(text);
      }
      letters.forEach((weights, scene) => words[scene]!.push(...runsOf(clause, weights, message)));
    }
  }
  for (const list of words) list.sort((a, b) => b.weight - a.weight);
  return { sums, words };
}

/** Letters side by side that all spoke are one piece of speech. */
function runsOf(clause: string, weights: Float64Array, message: number): SpokenWords[] {
  const runs: SpokenWords[] = [];
  let start = 0;
  for (let at = 0; at <= weights.length; at += 1) {
    if (at < weights.length && weights[at]! > 0) continue;
    if (at > start) {
      const weight = weights.slice(start, at).reduce((sum, each) => sum + each, 0);
      runs.push({ text: clause.slice(start, at), weight, message });
    }
    start = at + 1;
  }
  return runs;
}
