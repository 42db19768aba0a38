/**
 * A fingerprint of many records in any order, to compare what was read back with what was saved. Two 32-bit sums of FNV-1a hashes: it
 * finds losses and mix-ups; against forgery there is the lock.
 */
export class Digest {
  count = 0;
  #low = 0;
  #high = 0;

  /** @param line a record as its line of JSON */
  add(line: string): void {
    this.count += 1;
    this.#low = (this.#low + fnv1a(line, 0x811c9dc5)) >>> 0;
    this.#high = (this.#high + fnv1a(line, 0x1b873593)) >>> 0;
  }

  toString(): string {
    return [this.#high, this.#low].map((part) => part.toString(16).padStart(8, '0')).join('');
  }
}

function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
