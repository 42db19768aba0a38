/**
 * Which order ids were seen, of a file of any length: twelve bytes an id. Texts as they come would keep the pieces of the file alive
 * that they were cut from.
 */

const TAIL_DIGITS = 9;
const FIRST_SLOTS = 1 << 12;
/** Twice the slots are twice the memory: of a million orders it is tens of megabytes. */
const MOST_FULL = 0.7;

/** Ids are 1 to 20 digits. */
export class IdSet {
  #size = 0;
  /** Of each slot the leading digits behind a 1, so that noughts count; 0 for an empty slot. */
  #heads = new Float64Array(FIRST_SLOTS);
  #tails = new Uint32Array(FIRST_SLOTS);

  has(id: string): boolean {
    const [head, tail] = partsOf(id);
    return this.#heads[this.#slotOf(head, tail)] !== 0;
  }

  add(id: string): void {
    const [head, tail] = partsOf(id);
    if (this.#put(head, tail) && this.#size > this.#heads.length * MOST_FULL) this.#grow();
  }

  #put(head: number, tail: number): boolean {
    const slot = this.#slotOf(head, tail);
    if (this.#heads[slot] !== 0) return false;
    this.#heads[slot] = head;
    this.#tails[slot] = tail;
    this.#size += 1;
    return true;
  }

  /** Where the id stands, or the empty slot where it would. */
  #slotOf(head: number, tail: number): number {
    const mask = this.#heads.length - 1;
    const hash = Math.imul(tail ^ Math.imul(head % 0x7fffffff, 0x85ebca6b), 0xc2b2ae35);
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      if (this.#heads[slot] === 0 || (this.#heads[slot] === head && this.#tails[slot] === tail)) return slot;
    }
  }

  #grow(): void {
    const [heads, tails] = [this.#heads, this.#tails];
    this.#heads = new Float64Array(heads.length * 2);
    this.#tails = new Uint32Array(heads.length * 2);
    this.#size = 0;
    for (let slot = 0; slot < heads.length; slot += 1) if (heads[slot] !== 0) this.#put(heads[slot]!, tails[slot]!);
  }
}

function partsOf(id: string): [head: number, tail: number] {
  const cut = Math.max(0, id.length - TAIL_DIGITS);
  return [Number(`1${id.slice(0, cut)}`), Number(`1${id.slice(cut)}`)];
}
