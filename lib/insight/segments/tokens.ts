/** A line of the segment language cut into words, signs and numbers. Nothing is refused here: what no word fits stays as it is. */
import { tagEnd } from '../../model/tag.ts';
import { fold, isDigit, meaningOf, wordAt, type Lexicon, type Meaning, type MeaningKind } from './lexicon.ts';
import { numberAt } from './numerals.ts';

export interface Token {
  start: number;
  end: number;
  /** `word`: of the lexicon, with all its meanings; `unknown`: letters that are no word. */
  kind: 'word' | 'number' | 'open' | 'close' | 'unknown';
  meanings: readonly Meaning[];
  value: number;
}

const none: readonly Meaning[] = [];
/** An unknown word ends where one of these begins. */
const borders: readonly MeaningKind[] = ['and', 'or', 'not', 'comparison'];

export function tokensOf(line: string, lexicon: Lexicon): Token[] {
  const folded = fold(line);
  const tokens: Token[] = [];
  let at = 0;
  while (at < folded.length) {
    if (folded[at] === ' ') {
      at += 1;
      continue;
    }
    const token = tagAfter(tokens.at(-1), folded, at) ?? tokenAt(folded, at, lexicon);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** What stands right behind `标签:` is the shop's own word, whatever it means elsewhere; null for where none stands. */
function tagAfter(before: Token | undefined, line: string, start: number): Token | null {
  if (!before || before.end !== start || !meaningOf(before.meanings, 'tag')) return null;
  const end = tagEnd(line, start);
  return end === start ? null : { start, end, kind: 'unknown', meanings: none, value: Number.NaN };
}

function tokenAt(line: string, start: number, lexicon: Lexicon): Token {
  const token = { start, end: start + 1, meanings: none, value: Number.NaN };
  if (line[start] === '(') return { ...token, kind: 'open' };
  if (line[start] === ')') return { ...token, kind: 'close' };
  const known = wordAt(lexicon, line, start);
  if (known) return { ...token, kind: 'word', end: start + known.word.length, meanings: known.meanings };
  const number = numberAt(line, start, lexicon.vocabulary.words);
  if (number) return { ...token, kind: 'number', ...number };
  return { ...token, kind: 'unknown', end: endOfUnknown(line, start + 1, lexicon) };
}

function endOfUnknown(line: string, from: number, lexicon: Lexicon): number {
  let end = from;
  while (end < line.length && !/[ ()]/.test(line[end]!) && !isBorder(line, end, lexicon)) end += 1;
  return end;
}

/** Inside a Latin word nothing begins: the `or` of `ordrs` is none. */
function isBorder(line: string, at: number, lexicon: Lexicon): boolean {
  if (/[a-z]/.test(line[at - 1]!) && /[a-z]/.test(line[at]!)) return false;
  if (isDigit(line[at]!) && /[a-z]/.test(line[at - 1]!)) return false;
  const meanings = wordAt(lexicon, line, at)?.meanings;
  return meanings !== undefined && borders.some((kind) => meaningOf(meanings, kind));
}
