/** What a letter and a pair of letters are to the patterns of a shelf: its sign below the number of its key, and the slot of a pair. */
import { LETTERS, nameLetter } from './letters.ts';
import { GAP_LETTERS, isGapLetter } from './rule-source.ts';
import { CODE_LETTERS, isCodeLetter, isSentenceEnd, SENTENCE_ENDS, unitsOf } from './units.ts';

export const PAIR_SLOTS = 0x1_0000;
/** Signs: what else is to be known of a letter here. */
export const IS_GAP = 1;
export const IS_CLAUSE_END = 2;
export const IS_SENTENCE_END = 3;
/** Beside one of the above, or alone. */
export const IS_CODE = 4;
export const SIGN_BITS = 7;
export const KEY_SHIFT = 3;

function signOf(unit: number): number {
  if (isSentenceEnd(unit)) return IS_SENTENCE_END;
  const letter = String.fromCharCode(unit);
  if (letter === ',') return IS_CLAUSE_END;
  return (isGapLetter(letter) ? IS_GAP : 0) | (isCodeLetter(unit) ? IS_CODE : 0);
}

/** By letter; letters that no rule names have none. */
export const signs = new Uint32Array(LETTERS);
for (const unit of unitsOf([...SENTENCE_ENDS, ',', GAP_LETTERS, CODE_LETTERS].join('')))
  signs[nameLetter(unit)] = signOf(unit);

/** Where a pair of letters, by their numbers, has the number of its key. */
export function pairSlot(first: number, second: number): number {
  return (Math.imul(first, 0x9e5) + Math.imul(second, 0x1f)) & (PAIR_SLOTS - 1);
}
