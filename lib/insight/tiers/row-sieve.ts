/**
 * Rows held against many lines, one after the other: each clause looks at those alone that the ones before it left. Many playbooks
 * over all customers take little more than one pass for each.
 */
import type { Condition } from './clause.ts';
import type { Columns } from './tier-columns.ts';

type Keep = (column: Float64Array, value: number, rows: Uint32Array, count: number) => number;

/** Writes the rows that pass to the front and says how many they are; NaN passes nothing. */
const keeps: Readonly<Record<Condition['is'], Keep>> = {
  '=': (column, value, rows, count) => {
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      rows[left] = rows[at]!;
      left += Number(column[rows[at]!] === value);
    }
    return left;
  },
  '>=': (column, value, rows, count) => {
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      rows[left] = rows[at]!;
      left += Number(column[rows[at]!]! >= value);
    }
    return left;
  },
  '<=': (column, value, rows, count) => {
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      rows[left] = rows[at]!;
      left += Number(column[rows[at]!]! <= value);
    }
    return left;
  },
  '>': (column, value, rows, count) => {
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      rows[left] = rows[at]!;
      left += Number(column[rows[at]!]! > value);
    }
    return left;
  },
  '<': (column, value, rows, count) => {
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      rows[left] = rows[at]!;
      left += Number(column[rows[at]!]! < value);
    }
    return left;
  },
};

export class RowSieve {
  readonly #columns: Columns;
  readonly #rows: Uint32Array;
  #count = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#rows = new Uint32Array(columns.size);
  }

  /** All rows that nothing has taken yet. */
  start(taken: Uint8Array): void {
    let count = 0;
    for (let row = 0; row < taken.length; row += 1) {
      this.#rows[count] = row;
      count += Number(taken[row] === 0);
    }
    this.#count = count;
  }

  keep({ metric, is, value }: Condition): void {
    if (this.#count > 0) this.#count = keeps[is](this.#columns.column(metric), value, this.#rows, this.#count);
  }

  keepIf(passes: (row: number) => boolean): void {
    let left = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const row = this.#rows[at]!;
      this.#rows[left] = row;
      left += Number(passes(row));
    }
    this.#count = left;
  }

  /** Rows of which all clauses of one of the lines hold; none where there is no line. */
  keepAnyOf(lines: readonly (readonly Condition[])[]): void {
    if (this.#count === 0) return;
    const whole = this.left().slice();
    const passed = new Uint8Array(this.#columns.size);
    for (const line of lines) {
      this.#rows.set(whole);
      this.#count = whole.length;
      for (const clause of line) this.keep(clause);
      for (const row of this.left()) passed[row] = 1;
    }
    this.#rows.set(whole);
    this.#count = whole.length;
    this.keepIf((row) => passed[row] === 1);
  }

  /** The rows that are left; good until the next call. */
  left(): Uint32Array {
    return this.#rows.subarray(0, this.#count);
  }
}
