/** Numbers of grams, found in a few nanoseconds: a text of 200 letters asks for 400, and a Map of large numbers takes ten times as long. */
import type { Gram } from './grams.ts';

/** A place is taken of every third at most, so that one rarely looks further than the first. */
const ROOM = 3;
/** Knuth's multiplier, of the golden ratio: neighbours land far apart. */
const SPREAD = 0x9e_37_79_b1;
const WIDTH = 2;

export class GramTable {
  /** By place two numbers, side by side in one line of the cache: the gram, and one more than its number, 0 where none stands. */
  readonly #places: Uint32Array;
  readonly #shift: number;

  /** @param grams all different; each gets its place among them as its number */
  constructor(grams: readonly Gram[]) {
    const bits = Math.max(1, Math.ceil(Math.log2(grams.length * ROOM + 1)));
    this.#shift = 32 - bits;
    this.#places = new Uint32Array(WIDTH * 2 ** bits);
    for (const [number, gram] of grams.entries()) this.#places.set([gram >>> 0, number + 1], this.#placeOf(gram >>> 0));
  }

  /** @returns -1 for a gram that has none */
  numberOf(gram: Gram): number {
    return this.#places[this.#placeOf(gram >>> 0) + 1]! - 1;
  }

  /** Where the gram stands, or would. */
  #placeOf(gram: number): number {
    const places = this.#places;
    const last = places.length - WIDTH;
    let at = (Math.imul(gram, SPREAD) >>> this.#shift) * WIDTH;
    while (places[at + 1] !== 0 && places[at] !== gram) at = (at + WIDTH) & last;
    return at;
  }
}
