/** Numbers of grams, found in a few nanoseconds: a text of 200 letters asks for 400, and a Map of large numbers takes ten times as long. */
import type { Gram } from './grams.ts';

const NONE = -1;
/** A place is taken of every third at most, so that one rarely looks further than the first. */
const ROOM = 3;
/** Knuth's multiplier, of the golden ratio: neighbours land far apart. */
const SPREAD = 0x9e_37_79_b1;

export class GramTable {
  readonly #grams: Uint32Array;
  readonly #numbers: Int32Array;
  readonly #shift: number;

  /** @param grams all different; each gets its place among them as its number */
  constructor(grams: readonly Gram[]) {
    const bits = Math.max(1, Math.ceil(Math.log2(grams.length * ROOM + 1)));
    this.#shift = 32 - bits;
    this.#grams = new Uint32Array(2 ** bits);
    this.#numbers = new Int32Array(2 ** bits).fill(NONE);
    for (const [number, gram] of grams.entries()) {
      const at = this.#placeOf(gram >>> 0);
      this.#grams[at] = gram >>> 0;
      this.#numbers[at] = number;
    }
  }

  /** @returns -1 for a gram that has none */
  numberOf(gram: Gram): number {
    return this.#numbers[this.#placeOf(gram >>> 0)]!;
  }

  /** Where the gram stands, or would. */
  #placeOf(gram: number): number {
    const last = this.#grams.length - 1;
    let at = Math.imul(gram, SPREAD) >>> this.#shift;
    while (this.#numbers[at] !== NONE && this.#grams[at] !== gram) at = (at + 1) & last;
    return at;
  }
}
