/** Which words of a page are layout and stay as they are. */
import { layoutHan, layoutPieces } from './layout-words.ts';
import readerWords from './reader-words.json' with { type: 'json' };

const han = new Set(`${readerWords.han} ${layoutHan}`.split(' '));
const pieces = new Set(`${readerWords.pieces} ${layoutPieces}`.split(' '));
const values = new Set(readerWords.values.split(' '));
/** Latin words among those that a person reads. */
const shown = new Set('skuId SKU sku pin PIN id ID EMS VIP PLUS rgv587_flag RGV587_ERROR'.split(' '));
/** How words begin that are as long as this: `receivable` beside `receivables`. */
const STEM_CHARS = 6;
const stems = new Set(
  [...pieces].filter((piece) => piece.length >= STEM_CHARS).map((piece) => piece.slice(0, STEM_CHARS)),
);
const MAX_WORD_CHARS = Math.max(...[...han].map((word) => word.length));
/** In a text of other words a label of ours stays only when it is as short as this. */
const MAX_KEPT_CHARS = 5;

/**
 * Which parts of a run of Chinese characters stay: all of it where it is made of our words, else single short words that
 * do not follow each other (待成团 -> 待某某), since a reader may know a text by how it begins or ends.
 * @returns from-to pairs, ascending
 */
export function keptHan(run: string): [from: number, to: number][] {
  if (isMadeOfWords(run)) return [[0, run.length]];
  const kept: [number, number][] = [];
  for (let from = 0; from < run.length;) {
    const length = longestWordAt(run, from);
    const isLone = (kept.at(-1)?.[1] ?? -1) < from;
    // A single character says something at the ends of a text alone.
    const isTelling = length > 1 || from === 0 || from === run.length - 1;
    if (length > 0 && isTelling && isLone) kept.push([from, from + length]);
    from += Math.max(1, length);
  }
  return kept;
}

function isMadeOfWords(run: string): boolean {
  const ends = [true];
  for (let to = 1; to <= run.length; to += 1) {
    ends[to] = false;
    for (let length = Math.min(to, MAX_WORD_CHARS); length > 0 && !ends[to]; length -= 1) {
      const isAtEnd = to === run.length || to === length;
      ends[to] = ends[to - length]! && (length > 1 || isAtEnd) && han.has(run.slice(to - length, to));
    }
  }
  return ends[run.length]!;
}

function longestWordAt(run: string, from: number): number {
  for (let length = Math.min(MAX_KEPT_CHARS, run.length - from); length > 0; length -= 1) {
    if (han.has(run.slice(from, from + length))) return length;
  }
  return 0;
}

/** A Latin word that stays wherever a person may read it. */
export function isShownWord(word: string): boolean {
  return shown.has(word);
}

/** A text that readers compare data with: "namevalue". */
export function isKnownValue(text: string): boolean {
  return values.has(text);
}

/** A name made of known words: `orderPayInfo`, `sold-list`, `J_detail`, `nc_1`; not a buyer's. */
export function isLayoutName(word: string): boolean {
  if (!/^[\w$-]+$/.test(word)) return false;
  const parts = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  const short = parts.filter((part) => part.length === 1 || /^\d{1,3}$/.test(part));
  return short.length <= 2 && parts.every((part) => short.includes(part) || isPiece(part.toLowerCase()));
}

function isPiece(part: string): boolean {
  return pieces.has(part) || (part.length >= STEM_CHARS && stems.has(part.slice(0, STEM_CHARS)));
}
