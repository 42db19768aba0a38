/** The words of a buyer that spoke for a scene: letters that belong together joined again, for the person to check. */
import { gramsOf } from './scene-grams.ts';
import type { CompiledScenes } from './scene-weights.ts';

export interface SpokenWords {
  text: string;
  weight: number;
  /** Which message it stands in. */
  message: number;
}

export interface Heard {
  /** For each of `voices` the sum of what spoke for it, each gram once. */
  sums: Float64Array;
  /** The same for each message alone. */
  alone: Float64Array[];
  /** For each of `voices` where it was spoken of, the weightiest first. */
  words: SpokenWords[][];
}

/** @param messages clauses of each message */
export function hear(messages: readonly (readonly string[])[], { voices, speaksFor }: CompiledScenes): Heard {
  const sums = new Float64Array(voices.length);
  const words: SpokenWords[][] = voices.map(() => []);
  const said = new Set<string>();
  const alone = messages.map((clauses, message) => {
    const own = new Float64Array(voices.length);
    const saidHere = new Set<string>();
    for (const clause of clauses) {
      const letters = new Map<number, Float64Array>();
      for (const { text, start, end } of gramsOf(clause)) {
        for (const { scene, weight } of speaksFor.get(text) ?? []) {
          if (!said.has(text)) sums[scene]! += weight;
          if (!saidHere.has(text)) own[scene]! += weight;
          const weights = letters.get(scene) ?? new Float64Array(clause.length);
          letters.set(scene, weights);
          for (let at = start; at < end; at += 1) weights[at]! += weight / (end - start);
        }
        said.add(text);
        saidHere.add(text);
      }
      for (const [scene, weights] of letters) words[scene]!.push(...runsOf(clause, weights, message));
    }
    return own;
  });
  for (const list of words) list.sort((a, b) => b.weight - a.weight);
  return { sums, alone, words };
}

/** Letters side by side that all spoke are one piece of speech. */
function runsOf(clause: string, weights: Float64Array, message: number): SpokenWords[] {
  const runs: SpokenWords[] = [];
  let [start, weight] = [0, 0];
  for (let at = 0; at <= weights.length; at += 1) {
    if (at < weights.length && weights[at]! > 0) {
      weight += weights[at]!;
      continue;
    }
    if (at > start) runs.push({ text: clause.slice(start, at), weight, message });
    [start, weight] = [at + 1, 0];
  }
  return runs;
}
