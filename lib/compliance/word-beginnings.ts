/**
 * What the words of a graph begin with. The sounds of its first two letters tell of most places in a text that no word begins there, so
 * that only the few others are read on from. The answer may be too lenient, never too strict.
 */
import { LETTERS, nameLetter } from './letters.ts';
import type { Sounds } from './sounds.ts';
import type { WordNode } from './word-graph.ts';

const IS_WORD = 1;
const SOUND_SHIFT = 1;

export class WordBeginnings {
  /** By letter: the number of its sound, 0 for letters of no word, and in the lowest bit whether it is a word of its own. */
  readonly #letters = new Uint16Array(LETTERS);
  readonly #sounds: number;
  /** A bit for each pair of sounds with which a word begins. */
  readonly #pairs: Uint8Array;

  constructor(root: WordNode<unknown>, sounds: Sounds) {
    this.#sounds = this.#numberSounds(root, sounds);
    this.#pairs = new Uint8Array(Math.ceil(this.#sounds ** 2 / 8));
    for (const [first, nodes] of root.next) {
      const letter = numberOf(first);
      for (const { ends, next } of nodes) {
        if (ends.length > 0) this.#letters[letter]! |= IS_WORD;
        for (const second of next.keys()) {
          const pair = this.#pairOf(letter, numberOf(second));
          this.#pairs[pair >> 3]! |= 1 << (pair & 7);
        }
      }
    }
  }

  /** Whether a letter as it stands is a word of its own. */
  isWord(letter: number): boolean {
    return (this.#letters[letter]! & IS_WORD) !== 0;
  }

  /** Whether a word may begin with two letters, or with others that sound like them. */
  mayBegin(first: number, second: number): boolean {
    const pair = this.#pairOf(first, second);
    return ((this.#pairs[pair >> 3]! >> (pair & 7)) & 1) === 1;
  }

  #pairOf(first: number, second: number): number {
    return (this.#letters[first]! >> SOUND_SHIFT) * this.#sounds + (this.#letters[second]! >> SOUND_SHIFT);
  }

  /** Letters of words that have no sound sound like themselves alone. @returns how many numbers were given, with 0 */
  #numberSounds(root: WordNode<unknown>, sounds: Sounds): number {
    const numbers = new Map<string, number>();
    const give = (letter: string, sound: string) => {
      if (!numbers.has(sound)) numbers.set(sound, numbers.size + 1);
      this.#letters[numberOf(letter)] = numbers.get(sound)! << SOUND_SHIFT;
    };
    for (const [letter, sound] of sounds.letters) if (letter.length === 1) give(letter, sound);
    const silent = (letter: string) => sounds.letters.has(letter) || give(letter, `silent ${letter}`);
    for (const [first, nodes] of root.next) {
      silent(first);
      for (const { next } of nodes) for (const second of next.keys()) silent(second);
    }
    return numbers.size + 1;
  }
}

function numberOf(letter: string): number {
  return nameLetter(letter.charCodeAt(0));
}
