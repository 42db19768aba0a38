/** Tiers of all customers at once: one small number per row, quick enough to be counted while a threshold is dragged. */
import type { MetricName } from '../metrics.ts';
import type { Condition } from './clause.ts';

/** One number per row under each name, NaN for not known; `Measures` is such. */
export interface Columns<Name extends string = MetricName> {
  readonly size: number;
  column(name: Name): Float64Array;
}

/** Puts out the rows of `mask` for which the comparison does not hold; NaN holds for none. */
const sift: Readonly<Record<Condition['is'], (column: Float64Array, value: number, mask: Uint8Array) => void>> = {
  '=': (column, value, mask) => {
    for (let row = 0; row < mask.length; row += 1) mask[row]! &= Number(column[row] === value);
  },
  '>=': (column, value, mask) => {
    for (let row = 0; row < mask.length; row += 1) mask[row]! &= Number(column[row]! >= value);
  },
  '<=': (column, value, mask) => {
    for (let row = 0; row < mask.length; row += 1) mask[row]! &= Number(column[row]! <= value);
  },
  '>': (column, value, mask) => {
    for (let row = 0; row < mask.length; row += 1) mask[row]! &= Number(column[row]! > value);
  },
  '<': (column, value, mask) => {
    for (let row = 0; row < mask.length; row += 1) mask[row]! &= Number(column[row]! < value);
  },
};

/** @returns 1 for every row that passes all clauses, else 0 */
export function passColumn<Name extends string>(
  columns: Columns<Name>,
  clauses: readonly Condition<Name>[],
): Uint8Array {
  const mask = new Uint8Array(columns.size).fill(1);
  for (const { metric, is, value } of clauses) sift[is](columns.column(metric), value, mask);
  return mask;
}

/**
 * The own tier of every customer.
 * @param tiers in order of precedence
 * @returns 1 + the number of the tier, 0 for none
 */
export function tierColumn<Name extends string>(
  columns: Columns<Name>,
  tiers: readonly { all: readonly Condition<Name>[] }[],
): Uint8Array {
  return firstOf(
    columns.size,
    tiers.map(
      ({ all }) =>
        () =>
          passColumn(columns, all),
    ),
  );
}

/** @param masks in order of precedence, at most 255; made one at a time */
export function firstOf(size: number, masks: readonly (() => Uint8Array)[]): Uint8Array {
  if (masks.length > 255) throw new RangeError(`expected at most 255 tiers, found ${masks.length}`);
  const own = new Uint8Array(size);
  for (let at = masks.length - 1; at >= 0; at -= 1) {
    const mask = masks[at]!();
    const number = at + 1;
    for (let row = 0; row < size; row += 1) own[row] = mask[row] === 1 ? number : own[row]!;
  }
  return own;
}

/**
 * How many rows hold each number: `[none, first tier, second tier, …]`.
 * @param numbers how many there can be; those of no row count 0
 */
export function countBy(column: Uint8Array, numbers: number): Uint32Array {
  const counts = new Uint32Array(256);
  for (let row = 0; row < column.length; row += 1) counts[column[row]!]! += 1;
  return counts.slice(0, numbers);
}
