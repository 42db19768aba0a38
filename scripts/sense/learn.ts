/**
 * Learns one line between what a label means and everything else: a support vector machine with squared hinge loss, by dual coordinate
 * descent (Hsieh et al., ICML 2008). The same examples give the same weights.
 */

import { shuffled } from '../shuffled.ts';

/** Examples as rows of numbered grams, each once; all values of a row are the same. */
export interface Rows {
  grams: readonly Uint32Array[];
  values: Float64Array;
  /** How many grams there are. */
  width: number;
}

export interface Line {
  weights: Float64Array;
  bias: number;
}

/** What an error costs against the size of the weights. */
const COST = 1;
const EPOCHS = 25;
/** Steps below are not worth another round. */
const TOLERATED = 0.1;
/** The bias as one more gram of every row. */
const BIAS_VALUE = 0.3;

/**
 * @param isMeant of each row; null where either answer would do
 * @param kept grams that may have a weight; null for all
 */
export function learnLine(rows: Rows, isMeant: readonly (boolean | null)[], kept: Uint8Array | null): Line {
  const used = isMeant.flatMap((meant, row) => (meant === null ? [] : [row]));
  const weights = new Float64Array(rows.width);
  let bias = 0;
  const held = new Float64Array(isMeant.length);
  const lengths = rows.grams.map((grams, row) => lengthOf(grams, rows.values[row]!, kept));
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    let largest = 0;
    for (const at of shuffled(used.length, epoch)) {
      const row = used[at]!;
      const [grams, value, sign] = [rows.grams[row]!, rows.values[row]!, isMeant[row] ? 1 : -1];
      let sum = 0;
      for (const gram of grams) sum += weights[gram]!;
      const slope = sign * (sum * value + bias * BIAS_VALUE) - 1 + held[row]! / (2 * COST);
      const before = held[row]!;
      const step = before === 0 ? Math.min(slope, 0) : slope;
      if (Math.abs(step) < 1e-9) continue;
      largest = Math.max(largest, Math.abs(step));
      held[row] = Math.max(0, before - slope / (lengths[row]! + 1 / (2 * COST)));
      const change = (held[row] - before) * sign;
      for (const gram of grams) if (kept === null || kept[gram] === 1) weights[gram]! += change * value;
      bias += change * BIAS_VALUE;
    }
    if (largest < TOLERATED) break;
  }
  return { weights, bias: bias * BIAS_VALUE };
}

/** Of the row as a vector, squared. */
function lengthOf(grams: Uint32Array, value: number, kept: Uint8Array | null): number {
  let count = 0;
  for (const gram of grams) if (kept === null || kept[gram] === 1) count += 1;
  return count * value * value + BIAS_VALUE ** 2;
}

/** The grams that matter most: a large weight, and often there. @returns 1 for each of them */
export function weightiest({ weights }: Line, rows: Rows, most: number): Uint8Array {
  const seen = new Float64Array(rows.width);
  for (const grams of rows.grams) for (const gram of grams) seen[gram]! += 1;
  const matter = weights.map((weight, gram) => Math.abs(weight) * Math.sqrt(seen[gram]!));
  const kept = new Uint8Array(rows.width);
  const order = Uint32Array.from(matter, (_, gram) => gram).toSorted((a, b) => matter[b]! - matter[a]! || a - b);
  for (const gram of order.subarray(0, most)) kept[gram] = 1;
  return kept;
}
