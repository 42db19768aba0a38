/** Which band of a scale a customer is in: of baskets, of purchases in half a year, of membership levels. */
import { quantile } from '../quantile.ts';
import type { BandScale } from './band-schema.ts';
import { thresholdProblems, valueOf, type ThresholdValues } from './threshold.ts';
import type { Columns } from './tier-columns.ts';

/**
 * The cuts of a shop, ascending.
 * @returns null where a cut is to come from the shop's customers and none of them has a known number
 * @throws RangeError where the shop set a cut beyond its range, or below the one before it
 */
export function cutsOf(scale: BandScale, columns: Columns, values: ThresholdValues): number[] | null {
  const wrong = thresholdProblems(
    scale.cuts.map(({ threshold }) => threshold),
    values,
  ).find(({ kind }) => kind === 'outOfRange');
  if (wrong) throw new RangeError(`expected the cut ${wrong.id} within its range, found ${values[wrong.id]}`);
  const set = scale.cuts.map(({ threshold }) => valueOf(threshold, values));
  const fixed = set.filter((value) => value !== null);
  if (fixed.some((value, at) => at > 0 && value < fixed[at - 1]!))
    throw new RangeError(`expected ascending cuts for ${scale.id}, found ${fixed.join(', ')}`);
  if (fixed.length === set.length) return fixed;
  const known = columns
    .column(scale.metric)
    .filter((value) => !Number.isNaN(value))
    .toSorted();
  if (known.length === 0) return null;
  // Beside a cut that was set, a quantile may come to lie on its other side.
  return scale.cuts.map(({ share }, at) => set[at] ?? quantile(known, share!)).toSorted((a, b) => a - b);
}

/** @returns 1 + the number of the band per row, 0 where the number is not known */
export function bandColumn(scale: BandScale, columns: Columns, cuts: readonly number[]): Uint8Array {
  const column = columns.column(scale.metric);
  const bands = new Uint8Array(columns.size);
  for (let row = 0; row < bands.length; row += 1) bands[row] = bandNumber(column[row]!, cuts);
  return bands;
}

/** 1 + the number of the band that a value lies in; 0 for a value that is not known (NaN). */
export function bandNumber(value: number, cuts: readonly number[]): number {
  if (Number.isNaN(value)) return 0;
  let band = 1;
  for (const cut of cuts) if (value >= cut) band += 1;
  return band;
}
