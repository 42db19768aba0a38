/** Whether letters that someone typed are how a text reads: initials, syllables, their beginnings, mixed as they come. */
import { readingsOf } from './pinyin.ts';

/** A text made ready for it. */
export interface Readable {
  /** The readings of each character. */
  readings: readonly (readonly string[])[];
  /** The letters each character may begin with, a bit for each. */
  firstLetters: Uint32Array;
  /** Every two letters that may follow each other, a bit for each pair: most texts are passed over by this alone. */
  pairs: Uint32Array;
}

/** 26 letters, and one for all digits. */
const LETTERS = 27;

const numberOf = (letter: string) => Math.max(0, letter.charCodeAt(0) - 97) + (letter < 'a' ? LETTERS - 1 : 0);
const bitOf = (letter: string) => 1 << numberOf(letter);
const pairOf = (one: string, next: string) => numberOf(one) * LETTERS + numberOf(next);

export function readable(text: string): Readable {
  const readings = Array.from(text, readingsOf);
  const pairs = new Uint32Array(Math.ceil((LETTERS * LETTERS) / 32));
  const add = (pair: number) => {
    pairs[pair >> 5]! |= 1 << (pair & 31);
  };
  for (const [at, each] of readings.entries()) {
    for (const reading of each) {
      for (let letter = 0; letter < reading.length; letter += 1) {
        if (letter + 1 < reading.length) add(pairOf(reading[letter]!, reading[letter + 1]!));
        for (const next of readings[at + 1] ?? []) add(pairOf(reading[letter]!, next[0]!));
      }
    }
  }
  const firstLetters = Uint32Array.from(readings, (each) =>
    each.reduce((bits, reading) => bits | bitOf(reading[0]!), 0),
  );
  return { readings, firstLetters, pairs };
}

/**
 * @param letters a-z and 0-9, at least one
 * @returns where the first such place begins, in characters; -1 when there is none
 */
export function findTyped({ readings, firstLetters, pairs }: Readable, letters: string): number {
  for (let at = 1; at < letters.length; at += 1) {
    const pair = pairOf(letters[at - 1]!, letters[at]!);
    if ((pairs[pair >> 5]! & (1 << (pair & 31))) === 0) return -1;
  }
  const wanted = bitOf(letters[0]!);
  for (let at = 0; at < firstLetters.length; at += 1) {
    if ((firstLetters[at]! & wanted) !== 0 && readsAs(readings, at, letters, 0)) return at;
  }
  return -1;
}

/** The rest of the letters is taken up by this character and those after it, each by one letter or more of a reading. */
function readsAs(readings: Readable['readings'], at: number, letters: string, from: number): boolean {
  if (from === letters.length) return true;
  for (const reading of readings[at] ?? []) {
    for (let taken = 1; taken <= reading.length && letters[from + taken - 1] === reading[taken - 1]; taken += 1) {
      if (readsAs(readings, at + 1, letters, from + taken)) return true;
    }
  }
  return false;
}
