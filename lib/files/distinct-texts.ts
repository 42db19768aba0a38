/**
 * How many different texts there were, of any number: sixteen bytes a text at most. Texts as they come would keep the pieces of the file
 * alive that they were cut from, and with those of a million rows all of the file.
 */

const FIRST_SLOTS = 1 << 12;
const MOST_FULL = 0.7;

/** A text is known by 64 bits of it: of a million texts two are taken for one in one of 30 million files. */
export class DistinctTexts {
  size = 0;
  /** Two halves a slot; both 0 for an empty one. */
  #slots = new Uint32Array(FIRST_SLOTS * 2);

  add(text: string): void {
    let [one, other] = [0x811c9dc5, 0x9e3779b9];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ (code + at), 0x85ebca6b);
      other ^= other >>> 13;
    }
    if (this.#put(mixed(one ^ text.length), mixed(other) || 1) && this.size > (this.#slots.length / 2) * MOST_FULL)
      this.#grow();
  }

  #put(one: number, other: number): boolean {
    const mask = this.#slots.length / 2 - 1;
    for (let slot = one & mask; ; slot = (slot + 1) & mask) {
      const [first, second] = [this.#slots[slot * 2]!, this.#slots[slot * 2 + 1]!];
      if (first === one && second === other) return false;
      if (second !== 0) continue;
      this.#slots[slot * 2] = one;
      this.#slots[slot * 2 + 1] = other;
      this.size += 1;
      return true;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    this.size = 0;
    for (let at = 0; at < before.length; at += 2) if (before[at + 1] !== 0) this.#put(before[at]!, before[at + 1]!);
  }
}

/** Every bit of it rests on every bit of the hash (the end of MurmurHash3). */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
