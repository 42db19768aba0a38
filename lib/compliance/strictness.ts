/** Of what patterns need, how likely a message has it: what is rare calls fewer patterns up for nothing. */
import { COMMON, FREQUENT } from './letters.ts';
import { unitsOf } from './units.ts';

/** A UTF-16 unit, two that stand side by side once separators are left out, first * 0x10000 + second, or so many digits in a row. */
export type Key = number;

/** Of these one must be there: each is some keys that must all be there, the rarest first. */
export type OneOf = readonly (readonly Key[])[];

export function pairKey(first: number, second: number): Key {
  return first * 0x1_0000 + second;
}

/** Rows of digits that are told apart: each is a key in every longer one, too. */
export const DIGITS_IN_A_ROW = [3, 5] as const;
const FIRST_ROW = 0x1_0000_0000;

/** @returns the key of the longest row told apart that so many digits make; null for too few */
export function rowKey(digits: number): Key | null {
  const length = DIGITS_IN_A_ROW.findLast((each) => each <= digits);
  return length === undefined ? null : FIRST_ROW + length;
}

export function isRow(key: Key): boolean {
  return key >= FIRST_ROW;
}

/** So many keys of a word tell enough. */
const MOST_KEYS = 2;
/** By UTF-16 unit: 0 for what is rarer. */
const frequency = new Uint8Array(0x1_0000);
for (const unit of unitsOf(COMMON)) frequency[unit] = 1;
for (const unit of unitsOf(FREQUENT)) frequency[unit] = 2;
const CHANCES = [0.01, 0.04, 0.15];

/** How likely a sentence has it, roughly. */
function chance(key: Key): number {
  if (isRow(key)) return 0.02;
  if (key > 0xffff) return 0.001 + 0.5 * chance(key >>> 16) * chance(key & 0xffff);
  return CHANCES[frequency[key]!]!;
}

/** How often it is met, roughly. */
function lenience(choices: OneOf): number {
  let sum = 0;
  for (const keys of choices) sum += keys.reduce((product, key) => product * chance(key), 1);
  return sum;
}

export function byStrictness(needs: readonly OneOf[]): OneOf[] {
  if (needs.length < 2) return [...needs];
  return needs
    .map((choices) => ({ choices, lenience: lenience(choices) }))
    .toSorted((a, b) => a.lenience - b.lenience)
    .map(({ choices }) => choices);
}

/** The keys that are needed in any case, as one choice; else the strictest of the needs. */
export function strictestOf(needs: readonly OneOf[]): OneOf | null {
  const certain = new Set<Key>();
  for (const choices of needs) if (choices.length === 1) for (const key of choices[0]!) certain.add(key);
  const rarest = [...certain].toSorted((a, b) => chance(a) - chance(b)).slice(0, MOST_KEYS);
  let strictest: OneOf | null = rarest.length > 0 ? [rarest] : null;
  let least = strictest === null ? Infinity : lenience(strictest);
  for (const choices of needs) {
    // What is needed in any case is told by the rarest of it.
    if (choices.length === 1) continue;
    const each = lenience(choices);
    if (each < least) [strictest, least] = [choices, each];
  }
  return strictest;
}
