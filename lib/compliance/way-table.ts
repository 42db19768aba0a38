/** Where pairs of numbers lead, found with one look: what is known of a pair lies side by side, so that it is brought into the cache at once. */

/** Of a pair that is not there. */
export const UNKNOWN = -1;
const FIRST_ROWS = 0x800;

export class WayTable {
  /** How many pairs there are. */
  size = 0;
  /** Rows of one width: the pair, and behind it where it leads. No pair begins with 0. */
  #rows: Uint32Array;
  readonly #width: number;

  /** @param width of a row, the pair included: a power of two */
  constructor(width: number) {
    this.#width = width;
    this.#rows = new Uint32Array(FIRST_ROWS * width);
  }

  /** Where the row of a pair begins, or `UNKNOWN`. */
  find(one: number, other: number): number {
    const rows = this.#rows;
    const last = rows.length - this.#width;
    let row = this.#slotOf(one, other, last);
    for (let from = rows[row]!; from !== 0; from = rows[row]!) {
      if (from === one && rows[row + 1] === other) return row;
      row = (row + this.#width) & last;
    }
    return UNKNOWN;
  }

  /** @param nth number of the row, 0 for the first behind the pair */
  at(row: number, nth: number): number {
    return this.#rows[row + 2 + nth]!;
  }

  /** @returns where its row begins, until the next is added */
  add(one: number, other: number, leadsTo: readonly number[]): number {
    this.size += 1;
    if (this.size * 2 * this.#width > this.#rows.length) this.#grow();
    return this.#put([one, other, ...leadsTo]);
  }

  forget(): void {
    this.size = 0;
    this.#rows = new Uint32Array(FIRST_ROWS * this.#width);
  }

  #put(numbers: ArrayLike<number>): number {
    const last = this.#rows.length - this.#width;
    let row = this.#slotOf(numbers[0]!, numbers[1]!, last);
    while (this.#rows[row] !== 0) row = (row + this.#width) & last;
    this.#rows.set(numbers, row);
    return row;
  }

  #grow(): void {
    const known = this.#rows;
    this.#rows = new Uint32Array(known.length * 2);
    for (let row = 0; row < known.length; row += this.#width)
      if (known[row] !== 0) this.#put(known.subarray(row, row + this.#width));
  }

  /** @param last row, its bits all set but those within a row */
  #slotOf(one: number, other: number, last: number): number {
    const mixed = Math.imul(one, 0x9e3779b1) + Math.imul(other, 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) * this.#width) & last;
  }
}
