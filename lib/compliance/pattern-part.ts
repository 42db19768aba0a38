/** What a pattern is made of, and what is told of each part. */
import { CLAUSE, reachOver, type Reach } from './reach.ts';
import { isGapLetter } from './rule-source.ts';
import { pairKey, strictestOf, type Key, type OneOf } from './strictness.ts';
import { isCodeLetter } from './units.ts';

/** A class of more characters says too little. */
export const MOST_CHARACTERS = 60;
/** And so do more pairs of neighbours. */
const MOST_PAIRS = 150;

/** UTF-16 units of which it is one; null when it may be any. */
export type Letters = readonly number[] | null;

/** Something that a pattern is made of. */
export interface Part {
  needs: readonly OneOf[];
  /** Of which it is one; left out where it is not a list of them. */
  alternatives?: readonly Part[];
  /** With what it begins. */
  firsts: Letters;
  /** With what it ends. */
  lasts: Letters;
  codeLetters: number;
  /** It is one digit. */
  isDigit: boolean;
  /** It is nothing but separators, or takes up no room: its neighbours stand side by side. */
  isTransparent: boolean;
  reach: Reach;
  /** How long it is at most, in UTF-16 units. */
  most: number;
  around: number;
}

/** One character of which nothing else can be told; it may be of two units. */
export const nothingKnown: Part = {
  needs: [],
  firsts: null,
  lasts: null,
  codeLetters: 0,
  isDigit: false,
  isTransparent: false,
  reach: CLAUSE,
  most: 2,
  around: 0,
};
/** Takes up no room. */
export const nothing: Part = { ...nothingKnown, isTransparent: true, most: 0 };

/** What the end of one part and the beginning of the next need; nothing where that says too little. */
export function sideBySide(lasts: Letters, firsts: Letters): OneOf[] {
  if (lasts === null || firsts === null || lasts.length * firsts.length > MOST_PAIRS) return [];
  return [lasts.flatMap((last) => firsts.map((first) => [pairKey(last, first)]))];
}

/** One of several letters. @param letters single ones */
export function oneOf(letters: Set<string>): Part {
  const reach = reachOver((end) => letters.has(end));
  const units = Array.from(letters, (letter) => letter.charCodeAt(0));
  const codeLetters = units.length > 0 && units.every(isCodeLetter) ? 1 : 0;
  const most = [...letters].some((letter) => letter.length > 1) ? 2 : 1;
  if (letters.size > MOST_CHARACTERS) return { ...nothingKnown, codeLetters, reach, most };
  const isDigit = letters.size > 0 && [...letters].every((letter) => letter >= '0' && letter <= '9');
  const one = { ...nothingKnown, needs: [units.map((unit) => [unit])], codeLetters, isDigit, reach, most };
  if ([...letters].every(isGapLetter)) return { ...one, isTransparent: true };
  const ends = most > 1 || [...letters].some(isGapLetter) ? null : units;
  return { ...one, firsts: ends, lasts: ends };
}

/** A pattern met by one of several: of each what is strictest, together. */
export function either(all: readonly Part[]): Part {
  const strictest = all.map(({ needs }) => strictestOf(needs));
  return {
    needs: strictest.includes(null) ? [] : [distinct(strictest.flatMap((choices) => choices ?? []))],
    alternatives: all.flatMap((one) => one.alternatives ?? [one]),
    firsts: anyOf(all.map(({ firsts }) => firsts)),
    lasts: anyOf(all.map(({ lasts }) => lasts)),
    codeLetters: Math.min(...all.map(({ codeLetters }) => codeLetters)),
    isDigit: false,
    isTransparent: false,
    reach: Math.max(...all.map(({ reach }) => reach)) as Reach,
    most: Math.max(...all.map(({ most }) => most)),
    around: Math.max(...all.map(({ around }) => around)),
  };
}

function distinct(choices: OneOf): OneOf {
  const known = new Map<string, readonly Key[]>();
  for (const keys of choices) known.set(keys.join(), keys);
  return [...known.values()];
}

/** So many that no pair can be told are as good as any. */
export function anyOf(all: readonly Letters[]): Letters {
  const letters = new Set<number>();
  for (const some of all) {
    if (some === null || letters.size > MOST_PAIRS) return null;
    for (const letter of some) letters.add(letter);
  }
  return [...letters];
}
