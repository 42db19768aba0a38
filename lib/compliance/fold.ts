/**
 * The normal form in which rules match, with the way back. Folded: width, case, letter and
 * digit styles, look-alikes; dropped: what cannot be seen. Spaces and separators stay: rules step over them inside a word only.
 */
import { foldLetterSign, foldTable } from './fold-table.ts';

export interface FoldedText {
  text: string;
  /** Original position at which the folded character at this index begins, in UTF-16 units. */
  starts: readonly number[];
  /** Original position after it, marks that hang on it included. */
  ends: readonly number[];
}

/** Combining marks and variation selectors: they belong to the character before them. */
const MARK = /^\p{M}$/u;
/** Zero-width and direction characters, soft hyphen, blank letters: what Unicode says to show as nothing. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;

const NUMERALS = '0123456789零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖洞';
const NUMERAL_VALUES = '012345678900122345678911234567890';
const NUMERAL_RUN = new RegExp(`[${NUMERALS}](?:[ ._\\-~*·、]{0,2}[${NUMERALS}]){6,}`, 'g');
const HAN_NUMERAL = /[零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖洞]/;

const cache = new Map<string, string>();

/** Folds one text. The result may be shorter or longer than the text; `starts` and `ends` have one entry per folded unit. */
export function foldText(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const end = at + letter.length;
    const replacement = foldLetter(letter);
    if (replacement === '' && MARK.test(letter) && ends.length > 0) extendLast(starts, ends, end);
    for (let unit = 0; unit < replacement.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    folded += replacement;
    at = end;
  }
  return { text: foldNumeralRuns(folded), starts, ends };
}

/** All folded units of the last original character reach as far as the mark that follows it. */
function extendLast(starts: readonly number[], ends: number[], end: number): void {
  const start = starts.at(-1);
  for (let index = ends.length - 1; index >= 0 && starts[index] === start; index -= 1) ends[index] = end;
}

function foldLetter(letter: string): string {
  const known = cache.get(letter);
  if (known !== undefined) return known;
  const folded = foldUnknownLetter(letter);
  // Bounded by the texts of one session: a few thousand characters at most.
  if (cache.size < 20_000) cache.set(letter, folded);
  return folded;
}

function foldUnknownLetter(letter: string): string {
  if (MARK.test(letter) || UNSEEN.test(letter)) return '';
  const sign = foldTable.get(letter) ?? foldLetterSign(letter.codePointAt(0)!);
  if (sign !== null && sign !== undefined) return sign;
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return Array.from(plain)
    .map((part) => foldTable.get(part) ?? part)
    .join('');
}

/** 一三八… -> 138… in runs of at least seven numerals, so that 一二 in prose stays. Lengths do not change. */
function foldNumeralRuns(text: string): string {
  if (!HAN_NUMERAL.test(text)) return text;
  return text.replace(NUMERAL_RUN, (run) =>
    run.replace(/./g, (letter) => NUMERAL_VALUES[NUMERALS.indexOf(letter)] ?? letter),
  );
}
