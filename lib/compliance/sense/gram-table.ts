/**
 * What every gram says for every label, found in a few nanoseconds: a text of 200 letters asks for 400, and what is known of one
 * lies side by side, so that it is brought into the cache at once.
 */
import type { Gram } from './grams.ts';

/** By label how loud a gram speaks for it, 0 where it says nothing. */
export type Sizes = readonly number[];

/** No gram speaks louder, for a label or against it: so many of them can be added up in 16 bits, in whatever part of a text. */
export const LOUDEST = 63;
/** Added to every size, for a byte of a sum knows no sign. */
const QUIET = LOUDEST + 1;
/** So many sizes lie in one number, in bytes. */
const SIDE_BY_SIDE = 4;
/** The first and the third of them, with room to add up in. */
const EVERY_OTHER = 0x00ff_00ff;
/** Places for each gram: with two thirds of them taken, one rarely looks further than what one look brings into the cache. */
const ROOM = 1.5;
/** Knuth's multiplier, of the golden ratio: neighbours land far apart. */
const SPREAD = 0x9e_37_79_b1;
/** Of a gram that says nothing. No gram is 0. */
export const NOWHERE = -1;

export class GramTable {
  /** By place the gram, 0 where none stands, and behind it its sizes. */
  readonly #places: Uint32Array;
  /** By place: 1 for the grams that are being found, for each is told once. */
  readonly #isFound: Uint8Array;
  readonly #shift: number;
  readonly #width: number;

  /** @param labels how many sizes each has, at most `LOUDEST` */
  constructor(said: ReadonlyMap<Gram, Sizes>, labels: number) {
    const bits = Math.max(1, Math.ceil(Math.log2(said.size * ROOM + 1)));
    this.#shift = 32 - bits;
    this.#width = 1 + Math.ceil(labels / SIDE_BY_SIDE);
    this.#places = new Uint32Array(this.#width * 2 ** bits);
    this.#isFound = new Uint8Array(2 ** bits);
    for (const [gram, sizes] of said) {
      const at = this.#placeFor(gram) * this.#width;
      this.#places[at] = gram;
      for (const [label, size] of sizes.entries())
        this.#places[at + 1 + Math.floor(label / SIDE_BY_SIDE)]! |= (size + QUIET) << byteOf(label);
    }
  }

  /**
   * Finds where those of many grams stand that say something, each once. One call for all of them: a call for each would take longer
   * than to find it.
   * @param grams of which the first `count` are looked for
   * @param found to be filled with their places
   * @returns how many were found
   */
  find(grams: Uint32Array, count: number, found: Uint32Array): number {
    const [places, isFound, shift, width] = [this.#places, this.#isFound, this.#shift, this.#width];
    let known = 0;
    for (let each = 0; each < count; each += 1) {
      const gram = grams[each]!;
      let place = Math.imul(gram, SPREAD) >>> shift;
      let there = places[place * width]!;
      while (there !== gram && there !== 0) {
        place = place + 1 === isFound.length ? 0 : place + 1;
        there = places[place * width]!;
      }
      if (there === 0 || isFound[place] === 1) continue;
      isFound[place] = 1;
      found[known] = place;
      known += 1;
    }
    for (let each = 0; each < known; each += 1) isFound[found[each]!] = 0;
    return known;
  }

  /** Where a gram stands, or `NOWHERE`. */
  placeOf(gram: Gram): number {
    const place = this.#placeFor(gram);
    return this.#places[place * this.#width] === 0 ? NOWHERE : place;
  }

  sizeAt(place: number, label: number): number {
    return (
      ((this.#places[place * this.#width + 1 + Math.floor(label / SIDE_BY_SIDE)]! >>> byteOf(label)) & 0xff) - QUIET
    );
  }

  /**
   * Adds up what grams say, four labels at a time.
   * @param places of which the first `count` are read: of at most 500 grams
   * @param sums by label, to be filled
   */
  addUp(places: Uint32Array, count: number, sums: Int32Array): void {
    const [all, width] = [this.#places, this.#width];
    const unsaid = count * QUIET;
    for (let word = 1; word < width; word += 1) {
      let [even, odd] = [0, 0];
      for (let each = 0; each < count; each += 1) {
        const four = all[places[each]! * width + word]!;
        even = (even + (four & EVERY_OTHER)) | 0;
        odd = (odd + ((four >>> 8) & EVERY_OTHER)) | 0;
      }
      const label = (word - 1) * SIDE_BY_SIDE;
      sums[label] = (even & 0xffff) - unsaid;
      sums[label + 1] = (odd & 0xffff) - unsaid;
      sums[label + 2] = (even >>> 16) - unsaid;
      sums[label + 3] = (odd >>> 16) - unsaid;
    }
  }

  /** Where a gram stands, or would. */
  #placeFor(gram: Gram): number {
    const there = (place: number) => this.#places[place * this.#width];
    let place = Math.imul(gram, SPREAD) >>> this.#shift;
    while (there(place) !== 0 && there(place) !== gram) place = place + 1 === this.#isFound.length ? 0 : place + 1;
    return place;
  }
}

function byteOf(label: number): number {
  return 8 * (label % SIDE_BY_SIDE);
}
