/**
 * The normal form in which rules match, with the way back. Folded: width, case, letter and
 * digit styles, look-alikes; dropped: what cannot be seen. Spaces and separators stay: rules step over them inside a word only.
 */
import { foldLetterSign, foldTable } from './fold-table.ts';

export interface FoldedText {
  text: string;
  /** Worked out when asked for: most texts are fine, and nothing in them is to be shown. */
  places: () => Places;
}

/** Where the folded units stand in the text as written, in UTF-16 units. */
export interface Places {
  /** By unit where the character that it comes from begins. */
  starts: Uint32Array;
  /** By unit the position after that character, marks that hang on it included. */
  ends: Uint32Array;
}

/** Combining marks and variation selectors: they belong to the character before them. */
const MARK = /^\p{M}$/u;
/** Zero-width and direction characters, soft hyphen, blank letters: what Unicode says to show as nothing. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;

const NUMERALS = '0123456789零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖洞';
const NUMERAL_VALUES = '012345678900122345678911234567890';
const NUMERAL_SEPARATORS = ' ._-~*·、';
const ZERO = 0x30;
const NINE = 0x39;
const SHORTEST_RUN = 7;
const MOST_SEPARATORS = 2;

/** Of single units that fold to one unit, the folded one; 0 where that is not known, or not so. */
const toOneUnit = new Uint16Array(0x1_0000);
/** By UTF-16 unit: of a numeral its digit, of what may stand between numerals itself, else 0. */
const inNumeralRun = new Uint16Array(0x1_0000);
for (const sign of NUMERAL_SEPARATORS) inNumeralRun[sign.charCodeAt(0)] = sign.charCodeAt(0);
for (const [index, numeral] of Array.from(NUMERALS).entries())
  inNumeralRun[numeral.charCodeAt(0)] = NUMERAL_VALUES.charCodeAt(index);
const cache = new Map<string, string>();

/** Room for the units of one text, kept for the next. */
let room = new Uint16Array(1024);

/** Folds one text. The result may be shorter or longer than the text. */
export function foldText(text: string): FoldedText {
  if (room.length < text.length) room = widened(text.length);
  let length = 0;
  for (let at = 0; at < text.length;) {
    const known = toOneUnit[text.charCodeAt(at)]!;
    if (known !== 0) {
      room[length] = known;
      length += 1;
      at += 1;
      continue;
    }
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    at += letter.length;
    const replacement = foldLetter(letter);
    // There is always room for the rest of the text, were each letter of it one.
    if (length + replacement.length + text.length - at > room.length) room = widened(2 * room.length);
    for (let unit = 0; unit < replacement.length; unit += 1) room[length + unit] = replacement.charCodeAt(unit);
    length += replacement.length;
  }
  const units = room.subarray(0, length);
  foldNumeralRuns(units);
  return { text: textOf(units), places: () => placesOf(text, length) };
}

function widened(length: number): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(2 * length);
  wider.set(room);
  return wider;
}

/** @param length of the folded text */
function placesOf(text: string, length: number): Places {
  const [starts, ends] = [new Uint32Array(length), new Uint32Array(length)];
  let at = 0;
  eachUnit(
    text,
    (_, start, end) => {
      starts[at] = start;
      ends[at] = end;
      at += 1;
    },
    (end) => {
      // All units of the character before reach as far as the mark.
      for (let each = at - 1; each >= 0 && starts[each] === starts[at - 1]; each -= 1) ends[each] = end;
    },
  );
  return { starts, ends };
}

/** @param hang told of a mark that hangs on the character before, where it ends */
function eachUnit(
  text: string,
  push: (unit: number, start: number, end: number) => void,
  hang: (end: number) => void,
): void {
  for (let at = 0; at < text.length;) {
    const known = toOneUnit[text.charCodeAt(at)]!;
    if (known !== 0) {
      push(known, at, at + 1);
      at += 1;
      continue;
    }
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const end = at + letter.length;
    const replacement = foldLetter(letter);
    if (replacement === '' && MARK.test(letter)) hang(end);
    for (let unit = 0; unit < replacement.length; unit += 1) push(replacement.charCodeAt(unit), at, end);
    at = end;
  }
}

/** By pieces: a call takes only so many arguments. */
function textOf(units: Uint16Array): string {
  const PIECE = 4096;
  let text = '';
  for (let from = 0; from < units.length; from += PIECE)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(from, from + PIECE));
  return text;
}

function foldLetter(letter: string): string {
  const known = cache.get(letter);
  if (known !== undefined) return known;
  const folded = foldUnknownLetter(letter);
  if (letter.length === 1 && folded.length === 1) toOneUnit[letter.charCodeAt(0)] = folded.charCodeAt(0);
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

/** 一三八… -> 138… in runs of at least seven numerals, so that 一二 in prose stays. */
function foldNumeralRuns(units: Uint16Array): void {
  /** Of the run so far, or none: where it begins, behind its last numeral, and how many there are. */
  let [from, to, numerals] = [0, 0, 0];
  for (let at = 0; at <= units.length; at += 1) {
    const folded = at < units.length ? inNumeralRun[units[at]!]! : 0;
    const isNumeral = folded >= ZERO && folded <= NINE;
    if (isNumeral && numerals === 0) from = at;
    if (isNumeral) {
      numerals += 1;
      to = at + 1;
    } else if (folded === 0 || at - to === MOST_SEPARATORS) {
      if (numerals >= SHORTEST_RUN)
        for (let each = from; each < to; each += 1) units[each] = inNumeralRun[units[each]!]!;
      numerals = 0;
    }
  }
}
