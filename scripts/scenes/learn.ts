/**
 * Learns which letters speak for which scene. Every gram speaks for a few scenes (weights above nothing, as few as will do), and what
 * is heard for one scene takes from the others: log odds = bias + takes · sums. Both are fitted together, the weights by
 * FTRL-proximal with L1 (McMahan et al., KDD 2013), the rest by AdaGrad. The same lines give the same weights.
 */

import { shuffled } from '../shuffled.ts';

export interface Example {
  /** Grams, each once. */
  grams: readonly string[];
  /** For each scene whether it is meant; null where either answer would do. */
  isMeant: readonly (boolean | null)[];
}

export interface Learned {
  grams: Map<string, Float64Array>;
  /** Row by row: for each scene what the sums of all scenes add. */
  takes: Float64Array;
  bias: Float64Array;
}

const EPOCHS = 12;
/** Grams of one example alone say nothing. */
const MIN_EXAMPLES = 2;
const WEIGHT_RATE = 1;
const WEIGHT_L1 = 11;
const TAKES_RATE = 0.03;
const TAKES_PULL = 1e-3;
/** At the beginning a scene believes itself, and doubts the others. */
const OTHERS_TAKE = -0.3;
const BIAS_RATE = 0.1;
const FIRST_BIAS = -2;
/** Errors below are not worth a step. */
const TOLERATED = 2e-3;

export function learn(examples: readonly Example[], scenes: number): Learned {
  const { rows, grams } = numbered(examples);
  const state = newState(grams.length, scenes);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of shuffled(examples.length, epoch)) step(rows[at]!, examples[at]!.isMeant, state);
  }
  const weights = grams.map((gram, row) => {
    const own = Float64Array.from({ length: scenes }, (_, scene) => weightAt(state, row * scenes + scene));
    return [gram, own] as const;
  });
  return {
    grams: new Map(weights.filter(([, own]) => own.some((weight) => weight > 0))),
    takes: state.takes,
    bias: state.bias,
  };
}

interface State {
  scenes: number;
  /** FTRL: the sum of gradients that L1 holds back, and the sum of their squares. */
  held: Float64Array;
  squares: Float64Array;
  takes: Float64Array;
  takesSquares: Float64Array;
  bias: Float64Array;
  biasSquares: Float64Array;
}

function newState(grams: number, scenes: number): State {
  return {
    scenes,
    held: new Float64Array(grams * scenes),
    squares: new Float64Array(grams * scenes),
    takes: Float64Array.from({ length: scenes ** 2 }, (_, at) => firstTake(at, scenes)),
    takesSquares: new Float64Array(scenes ** 2).fill(0.1),
    bias: new Float64Array(scenes).fill(FIRST_BIAS),
    biasSquares: new Float64Array(scenes).fill(1),
  };
}

const firstTake = (at: number, scenes: number) => (at % (scenes + 1) === 0 ? 1 : OTHERS_TAKE);

function weightAt({ held, squares }: State, at: number): number {
  return held[at]! < -WEIGHT_L1 ? (-(held[at]! + WEIGHT_L1) * WEIGHT_RATE) / (1 + Math.sqrt(squares[at]!)) : 0;
}

function step(row: readonly number[], isMeant: Example['isMeant'], state: State): void {
  const { scenes, takes, bias } = state;
  const sums = new Float64Array(scenes);
  for (const gram of row)
    for (let scene = 0; scene < scenes; scene += 1) sums[scene]! += weightAt(state, gram * scenes + scene);
  const errors = isMeant.map((wanted, scene) => {
    if (wanted === null) return 0;
    const odds = sums.reduce((all, sum, other) => all + takes[scene * scenes + other]! * sum, bias[scene]!);
    const error = 1 / (1 + Math.exp(-odds)) - Number(wanted);
    return Math.abs(error) < TOLERATED ? 0 : error;
  });
  if (errors.every((error) => error === 0)) return;
  const blame = new Float64Array(scenes);
  errors.forEach((error, scene) => {
    if (error === 0) return;
    state.biasSquares[scene]! += error ** 2;
    bias[scene]! -= (BIAS_RATE * error) / Math.sqrt(state.biasSquares[scene]!);
    for (let other = 0; other < scenes; other += 1) {
      const at = scene * scenes + other;
      blame[other]! += error * takes[at]!;
      moveTake(state, at, error * sums[other]!);
    }
  });
  for (const gram of row) blame.forEach((gradient, scene) => moveWeight(state, gram * scenes + scene, gradient));
}

function moveTake({ takes, takesSquares, scenes }: State, at: number, error: number): void {
  const gradient = error + TAKES_PULL * (takes[at]! - firstTake(at, scenes));
  if (gradient === 0) return;
  takesSquares[at]! += gradient ** 2;
  takes[at]! -= (TAKES_RATE * gradient) / Math.sqrt(takesSquares[at]!);
}

function moveWeight(state: State, at: number, gradient: number): void {
  if (Math.abs(gradient) < TOLERATED) return;
  const { held, squares } = state;
  const grown = (Math.sqrt(squares[at]! + gradient ** 2) - Math.sqrt(squares[at]!)) / WEIGHT_RATE;
  held[at]! += gradient - grown * weightAt(state, at);
  squares[at]! += gradient ** 2;
}

/** Grams by number, without the rare ones. */
function numbered(examples: readonly Example[]): { rows: number[][]; grams: string[] } {
  const counts = new Map<string, number>();
  for (const { grams } of examples) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const grams = [...counts].flatMap(([gram, count]) => (count < MIN_EXAMPLES ? [] : [gram]));
  const numbers = new Map(grams.map((gram, number) => [gram, number]));
  const rows = examples.map((example) => example.grams.flatMap((gram) => numbers.get(gram) ?? []));
  return { rows, grams };
}

/** The numbers below `count` in an order that depends on `seed` alone. */
