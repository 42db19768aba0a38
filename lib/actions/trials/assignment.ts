/**
 * Who is in which arm of a trial: a hash of the customer's id and the trial's. The id is already a hash under the key of this
 * installation (`lib/pipeline/customer-id.ts`), so nobody who does not hold that key can tell or choose an arm; a quick mixing function
 * is enough on top of it and can be asked for every row of a list. The same customer is always dealt the same, and independently of
 * every other trial.
 */
import { ID_BYTES } from '../../insight/ledger/ledger.ts';
import { textHash } from '../../model/text-hash.ts';
import type { Trial } from '../../model/trial.ts';

/** Which arm: 1 the first, 2 the second, 0 for who takes no part. */
export type ArmNumber = 0 | 1 | 2;

/** Deals the customers of one trial. */
export class Deal {
  readonly #seed: number;
  readonly #first: number;
  readonly #both: number;

  constructor({ trialId, arms: [first, second] }: Pick<Trial, 'trialId' | 'arms'>) {
    this.#seed = finished(textHash(trialId));
    this.#first = first.share;
    // Shares that make a whole leave nobody out through the dust of binary fractions.
    this.#both = first.share + second.share > 0.9999 ? 1 : first.share + second.share;
  }

  /** @param ids of a ledger */
  at(ids: Uint8Array, row: number): ArmNumber {
    let hash = this.#seed;
    for (let at = row * ID_BYTES; at < (row + 1) * ID_BYTES; at += 4)
      hash = mixed(hash, ids[at]! | (ids[at + 1]! << 8) | (ids[at + 2]! << 16) | (ids[at + 3]! << 24));
    const place = finished(hash) / 2 ** 32;
    return place < this.#first ? 1 : place < this.#both ? 2 : 0;
  }

  /** @param customerId 32 hexadecimal digits */
  of(customerId: string): ArmNumber {
    const bytes = new Uint8Array(ID_BYTES);
    for (let byte = 0; byte < ID_BYTES; byte += 1) bytes[byte] = parseInt(customerId.slice(byte * 2, byte * 2 + 2), 16);
    return this.at(bytes, 0);
  }
}

/** One word into the hash, as MurmurHash3 does. */
function mixed(hash: number, word: number): number {
  let key = Math.imul(word, 0xcc9e_2d51);
  key = Math.imul((key << 15) | (key >>> 17), 0x1b87_3593);
  const turned = hash ^ key;
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe654_6b64) | 0;
}

/** Every bit of the word depends on every other. */
function finished(hash: number): number {
  let word = hash;
  word = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2_ae35);
  return (word ^ (word >>> 16)) >>> 0;
}
