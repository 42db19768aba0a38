/**
 * What the words of a graph begin with. Its first two letters tell of most places in a text that no word begins there, so that only
 * the few others are read on from. The answer may be too lenient, never too strict.
 */
import { LETTERS, nameLetter } from './letters.ts';
import type { Sounds } from './sounds.ts';
import type { WordNode } from './word-graph.ts';

/** Pairs are told apart by so many bits of a hash. */
const HASH_BITS = 19;
/** How a word may begin with two letters, bit by bit: the first as it stands, or as another letter of the same sound. */
export type Beginning = number;
export const NONE: Beginning = 0;
export const AS_WRITTEN = 1;
export const BY_SOUND = 2;
export const EITHER: Beginning = AS_WRITTEN | BY_SOUND;
/** Numbers of sounds follow those of letters, so that a pair may be of both. */
const FIRST_SOUND = LETTERS;
const IS_WORD = 1;
const SOUND_SHIFT = 1;

export class WordBeginnings {
  /** By letter: the number of its sound, 0 where it has none, and in the lowest bit whether it is a word of its own. */
  readonly #letters = new Uint16Array(LETTERS);
  /** A bit for each pair of letters with which a word begins, or of a letter and the sound of one that may be another. */
  readonly #pairs = new Uint8Array((1 << HASH_BITS) / 8);
  /** A bit for each pair of sounds with which a word begins in which both may be others. */
  readonly #soundPairs: Uint8Array;
  readonly #soundCount: number;

  constructor(root: WordNode<unknown>, sounds: Sounds) {
    this.#soundCount = this.#numberSounds(sounds);
    this.#soundPairs = new Uint8Array(Math.ceil(this.#soundCount ** 2 / 8));
    for (const [first, nodes] of root.next) {
      for (const { ends, next } of nodes) {
        const letter = nameLetter(first.charCodeAt(0));
        if (ends.length > 0) this.#letters[letter]! |= IS_WORD;
        for (const [second, reached] of next) this.#add(letter, nameLetter(second.charCodeAt(0)), reached);
      }
    }
  }

  /** Whether a letter as it stands is a word of its own. */
  isWord(letter: number): boolean {
    return (this.#letters[letter]! & IS_WORD) !== 0;
  }

  /** How a word may begin with two letters, neither of which is Latin. */
  beginningWith(first: number, second: number): Beginning {
    const [one, other] = [this.#soundOf(first), this.#soundOf(second)];
    const isWritten =
      has(this.#pairs, hashOf(first, second)) || (other !== 0 && has(this.#pairs, hashOf(first, FIRST_SOUND + other)));
    if (one === 0) return isWritten ? AS_WRITTEN : NONE;
    const isSounding =
      has(this.#pairs, hashOf(FIRST_SOUND + one, second)) ||
      (other !== 0 && has(this.#soundPairs, one * this.#soundCount + other));
    return (isWritten ? AS_WRITTEN : NONE) | (isSounding ? BY_SOUND : NONE);
  }

  #soundOf(letter: number): number {
    return this.#letters[letter]! >> SOUND_SHIFT;
  }

  #add(first: number, second: number, reached: readonly WordNode<unknown>[]): void {
    put(this.#pairs, hashOf(first, second));
    const bySound = reached.filter((node) => node.bySound === 'letters');
    if (bySound.length === 0) return;
    const [one, other] = [this.#soundOf(first), this.#soundOf(second)];
    if (one !== 0) put(this.#pairs, hashOf(FIRST_SOUND + one, second));
    if (other !== 0) put(this.#pairs, hashOf(first, FIRST_SOUND + other));
    // At most half of the letters of a word may be others.
    if (bySound.some(hasTwoMore)) put(this.#soundPairs, one * this.#soundCount + other);
  }

  /** @returns how many numbers were given */
  #numberSounds(sounds: Sounds): number {
    const numbers = new Map<string, number>();
    for (const [letter, sound] of sounds.letters) {
      const number = numbers.get(sound) ?? numbers.size + 1;
      numbers.set(sound, number);
      if (letter.length === 1) this.#letters[nameLetter(letter.charCodeAt(0))] = number << SOUND_SHIFT;
    }
    return numbers.size + 1;
  }
}

function hasTwoMore({ next }: WordNode<unknown>): boolean {
  return [...next.values()].some((nodes) => nodes.some((node) => node.next.size > 0));
}

function hashOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) >>> (32 - HASH_BITS);
}

function has(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3]! >> (index & 7)) & 1) === 1;
}

function put(bits: Uint8Array, index: number): void {
  bits[index >> 3]! |= 1 << (index & 7);
}
