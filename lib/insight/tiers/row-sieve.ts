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
  readonly #taken: Uint8Array;
  readonly #rows: Uint32Array;
  #count = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#taken = new Uint8Array(columns.size);
    this.#rows = new Uint32Array(columns.size);
  }

  /** @param rows that may pass, each once; those that were taken are left out in the end */
  start(rows: Uint32Array): void {
    this.#rows.set(rows);
    this.#count = rows.length;
  }

  /** The rows that are left, which no later line gets. */
  take(): Uint32Array {
    this.#keepMarked(this.#taken, 0);
    for (const row of this.#left()) this.#taken[row] = 1;
    return this.#left();
  }

  /** A row that was taken, and which later lines get all the same. */
  giveBack(row: number): void {
    this.#taken[row] = 0;
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
    if (lines.length === 1) {
      for (const clause of lines[0]!) this.keep(clause);
      return;
    }
    const whole = this.#left().slice();
    const passed = new Uint8Array(this.#columns.size);
    for (const line of lines) {
      this.#rows.set(whole);
      this.#count = whole.length;
      for (const clause of line) this.keep(clause);
      for (const row of this.#left()) passed[row] = 1;
    }
    this.#rows.set(whole);
    this.#count = whole.length;
    this.#keepMarked(passed, 1);
  }

  #keepMarked(marks: Uint8Array, mark: 0 | 1): void {
    const rows = this.#rows;
    let left = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const row = rows[at]!;
      rows[left] = row;
      left += Number(marks[row] === mark);
    }
    this.#count = left;
  }

  /** Good until the next call. */
  #left(): Uint32Array {
    return this.#rows.subarray(0, this.#count);
  }
}
