/** In how much of a message a match of a pattern lies. */
import { SENTENCE_ENDS } from './units.ts';

/** A match crosses no end of a clause, none of a sentence, or any. */
export type Reach = typeof CLAUSE | typeof SENTENCE | typeof MESSAGE;
export const CLAUSE = 0;
export const SENTENCE = 1;
export const MESSAGE = 2;

export const CLAUSE_END = ',';

/** @param isMatched whether a letter that ends a clause or a sentence may be matched */
export function reachOver(isMatched: (end: string) => boolean): Reach {
  if (SENTENCE_ENDS.some(isMatched)) return MESSAGE;
  return isMatched(CLAUSE_END) ? SENTENCE : CLAUSE;
}
