/** How much of a message a pattern has to be shown. */
import { SENTENCE_ENDS } from './units.ts';

/** In what a match and what is looked at around it lie; in the message alone where they depend on where it begins or ends. */
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
