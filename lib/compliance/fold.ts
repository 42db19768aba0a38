/**
 * The normal form in which rules match, with the way back. Folded: width, case, letter and
 * digit styles, look-alikes; dropped: what cannot be seen. Spaces and separators stay: rules step over them inside a word only.
 */
import { foldLetterSign, foldTable } from './fold-table.ts';

export interface FoldedText {
  text: string;
  /** Original position at which the folded character at this index begins, in UTF-16 units. */
  starts: Uint32Array;
  /** Original position after it, marks that hang on it included. */
  ends: Uint32Array;
}

/** Combining marks and variation selectors: they belong to the character before them. */
const MARK = /^\p{M}$/u;
/** Zero-width and direction characters, soft hyphen, blank letters: what Unicode says to show as nothing. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;

const NUMERALS = '0123456789零〇一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖洞';
const NUMERAL_VALUES = '012345678900122345678911234567890';
const NUMERAL_RUN = new RegExp(`[${NUMERALS}](?:[ ._\\-~*·、]{0,2}[${NUMERALS}]){6,}`, 'g');

/** Of single units that fold to one unit, the folded one; 0 where that is not known, or not so. */
const toOneUnit = new Uint16Array(0x1_0000);
const isNumeral = new Uint8Array(0x1_0000);
for (const numeral of NUMERALS) isNumeral[numeral.charCodeAt(0)] = 1;
const cache = new Map<string, string>();

/** Folds one text. The result may be shorter or longer than the text; `starts` and `ends` have one entry per folded unit. */
export function foldText(text: string): FoldedText {
  const folded = new Folding(text.length);
  for (let at = 0; at < text.length;) {
    const known = toOneUnit[text.charCodeAt(at)]!;
    if (known !== 0) {
      folded.push(known, at, at + 1);
      at += 1;
      continue;
    }
    const letter = String.fromCodePoint(text.codePointAt(at)!);
    const end = at + letter.length;
    const replacement = foldLetter(letter);
    if (replacement === '' && MARK.test(letter)) folded.extendLast(end);
    for (let unit = 0; unit < replacement.length; unit += 1) folded.push(replacement.charCodeAt(unit), at, end);
    if (letter.length === 1 && replacement.length === 1) toOneUnit[letter.charCodeAt(0)] = replacement.charCodeAt(0);
    at = end;
  }
  return folded.done();
}

/** A folded text in the making. It has room for as many units as the text, and grows where one letter becomes many. */
class Folding {
  #length = 0;
  #units: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;

  constructor(room: number) {
    this.#units = new Uint16Array(room);
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
  }

  push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  /** All folded units of the last original character reach as far as the mark that follows it. */
  extendLast(end: number): void {
    const last = this.#length - 1;
    for (let index = last; index >= 0 && this.#starts[index] === this.#starts[last]; index -= 1)
      this.#ends[index] = end;
  }

  done(): FoldedText {
    const units = this.#units.subarray(0, this.#length);
    const text = textOf(units);
    return {
      text: mayHoldNumeralRun(units) ? foldNumeralRuns(text) : text,
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }

  #grow(): void {
    const [units, starts, ends] = [this.#units, this.#starts, this.#ends];
    const room = 2 * this.#length + 16;
    this.#units = new Uint16Array(room);
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
    this.#units.set(units);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }
}

/** By pieces: a call takes only so many arguments. */
function textOf(units: Uint16Array): string {
  const PIECE = 4096;
  let text = '';
  for (let from = 0; from < units.length; from += PIECE)
    text += String.fromCharCode(...units.subarray(from, from + PIECE));
  return text;
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

/** Seven numerals with at most two other letters between one and the next. */
function mayHoldNumeralRun(units: Uint16Array): boolean {
  let run = 0;
  let apart = 0;
  for (const unit of units) {
    apart += 1;
    if (isNumeral[unit] === 0) continue;
    run = apart > 3 ? 1 : run + 1;
    apart = 0;
    if (run === 7) return true;
  }
  return false;
}

/** 一三八… -> 138… in runs of at least seven numerals, so that 一二 in prose stays. Lengths do not change. */
function foldNumeralRuns(text: string): string {
  return text.replace(NUMERAL_RUN, (run) =>
    run.replace(/./g, (letter) => NUMERAL_VALUES[NUMERALS.indexOf(letter)] ?? letter),
  );
}
