/** Where the concepts of a lexicon stand in a text. */
import { conceptOf, isExcept, kindOf, mayHavePinyin, mostDiffering, type Lexicon, type WordEnd } from './lexicon.ts';
import type { Hit } from './scan.ts';
import { hasEnds, isLast, NOWHERE, type Stand, type WordStates } from './word-states.ts';

export interface Mentions {
  /** The concepts of which a word or a pattern was found. */
  named: readonly number[];
  has: (concept: number) => boolean;
  /** The places of a concept by its number, in the order of the text. */
  of: (concept: number) => readonly Hit[];
  /** Tells of a place that a pattern of the concept found; before any places are asked for. */
  add: (concept: number, place: Hit) => void;
}

const none: readonly Hit[] = [];

/** What may be set between the letters of a word: signs and pictures, but nothing that ends a clause. */
const SEPARATOR = /[ ._\-~*·、|/()[\]【】^&#@+"'丶丨㊙\u2010-\u2bff\u3003-\u303f\ud800-\udfff]/;
const isSeparator = Uint8Array.from({ length: 0x1_0000 }, (_, unit) =>
  SEPARATOR.test(String.fromCharCode(unit)) ? 1 : 0,
);
const MOST_SEPARATORS = 2;
const LONGEST_SYLLABLE = 6;
/** No word may differ in more letters: it bounds the search. */
const MOST_DIFFERING = 2;

/** Reads the words in a folded text once; what patterns find is added. A mention inside a word in which the concept is not meant is left out. */
export function mentionsIn(text: string, lexicon: Lexicon): Mentions {
  lexicon.states.tidy();
  const reading = new Reading(text, lexicon);
  for (let at = 0; at < text.length; at += 1) reading.readFrom(at);
  const known: (readonly Hit[] | undefined)[] = [];
  return {
    named: reading.named,
    has: (concept) => reading.has(concept),
    add: (concept, place) => reading.add(concept, place),
    of: (concept) => (known[concept] ??= reading.placesOf(concept)),
  };
}

const WORD_WIDTH = 3;
/** Enough for most messages. */
const FIRST_ROOM = 400 * WORD_WIDTH;

function grown(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(2 * words.length);
  wider.set(words);
  return wider;
}

class Reading {
  readonly named: number[] = [];
  readonly #text: string;
  readonly #lexicon: Lexicon;
  readonly #states: WordStates;
  /** Every word found, three numbers each: where it begins, where it ends, and the one of the same kind before it. */
  #words = new Uint32Array(FIRST_ROOM);
  #wordsEnd = 0;
  /** By kind: the last of its words, one more than its place in `words`, 0 for none. */
  readonly #last: number[];
  readonly #patternPlaces = new Map<number, Hit[]>();
  #start = 0;

  constructor(text: string, lexicon: Lexicon) {
    this.#text = text;
    this.#lexicon = lexicon;
    this.#states = lexicon.states;
    this.#last = [...lexicon.zeros];
  }

  readFrom(start: number): void {
    this.#start = start;
    // A word of Latin letters or digits stands alone.
    const unit = this.#text.charCodeAt(start);
    if (isLatinOrDigit(unit) && isLatinOrDigit(this.#text.charCodeAt(start - 1))) return;
    if (this.#mayBegin(unit, start + 1)) this.#letter(this.#states.start, start, 0, 0, false);
    else if (this.#lexicon.beginnings.isWord(unit)) this.#letterAlone(unit);
  }

  /** For most letters it is all that is to be read. */
  #letterAlone(unit: number): void {
    const stand = this.#states.exact(this.#states.way(this.#states.start, unit));
    if (hasEnds(stand)) this.#end(stand, this.#start + 1, 1, 0, false);
  }

  /** Whether a word of more than one letter may begin with a letter and what stands at or, behind separators, after `at`. */
  #mayBegin(first: number, at: number): boolean {
    if (isLatin(first)) return true;
    const last = Math.min(at + MOST_SEPARATORS, this.#text.length - 1);
    for (let next = at; next <= last; next += 1) {
      const second = this.#text.charCodeAt(next);
      if (isLatin(second) || this.#lexicon.beginnings.mayBegin(first, second)) return true;
      if (isSeparator[second] === 0) return false;
    }
    return false;
  }

  has(concept: number): boolean {
    return this.#last[kindOf(concept)] !== 0 || this.#patternPlaces.has(concept);
  }

  add(concept: number, place: Hit): void {
    const places = this.#patternPlaces.get(concept);
    if (places) places.push(place);
    else {
      if (this.#last[kindOf(concept)] === 0) this.named.push(concept);
      this.#patternPlaces.set(concept, [place]);
    }
  }

  placesOf(concept: number): readonly Hit[] {
    const words = this.#wordsUpTo(this.#last[kindOf(concept)]!);
    const patterns = this.#patternPlaces.get(concept) ?? none;
    const places = patterns.length === 0 ? words : [...words, ...patterns].toSorted((a, b) => a.start - b.start);
    const spans = this.#wordsUpTo(this.#last[kindOf(concept) + 1]!);
    if (spans.length === 0) return places;
    let first = 0;
    return places.filter(({ start, end }) => {
      // Both are in the order of the text: what ends before this place covers none behind it.
      while (first < spans.length && spans[first]!.end <= start) first += 1;
      for (let index = first; index < spans.length && spans[index]!.start <= start; index += 1)
        if (spans[index]!.end >= end) return false;
      return true;
    });
  }

  /** @returns the words of one kind in the order of the text */
  #wordsUpTo(last: number): Hit[] {
    const words: Hit[] = [];
    for (let word = last; word !== 0; word = this.#words[word + 1]!)
      words.push({ start: this.#words[word - 1]!, end: this.#words[word]! });
    return words.toReversed();
  }

  /**
   * @param letters of the word so far
   * @param differing how many of them were others of the same sound
   */
  #step(stand: Stand, at: number, letters: number, differing: number, hasPinyin: boolean): void {
    if (hasEnds(stand)) this.#end(stand, at, letters, differing, hasPinyin);
    if (isLast(stand)) return;
    const last = Math.min(at + MOST_SEPARATORS, this.#text.length - 1);
    for (let next = at; next <= last; next += 1) if (!this.#letter(stand, next, letters, differing, hasPinyin)) return;
  }

  /** @returns whether the letter may be stepped over */
  #letter(stand: Stand, at: number, letters: number, differing: number, hasPinyin: boolean): boolean {
    const unit = this.#text.charCodeAt(at);
    const way = this.#states.way(stand, unit);
    const exact = this.#states.exact(way);
    const other = this.#states.other(way);
    if (exact !== NOWHERE) this.#step(exact, at + 1, letters + 1, differing, hasPinyin);
    if (other !== NOWHERE && differing < MOST_DIFFERING)
      this.#step(other, at + 1, letters + 1, differing + 1, hasPinyin);
    if (isLatin(unit)) this.#syllables(stand, at, letters, differing);
    return isSeparator[unit] === 1;
  }

  #syllables(stand: Stand, at: number, letters: number, differing: number): void {
    for (let end = at + 1; end <= at + LONGEST_SYLLABLE && isLatin(this.#text.charCodeAt(end - 1)); end += 1) {
      const next = this.#states.nextByPinyin(stand, this.#text.slice(at, end));
      if (next !== NOWHERE) this.#step(next, end, letters + 1, differing, true);
    }
  }

  #end(stand: Stand, at: number, letters: number, differing: number, hasPinyin: boolean): void {
    if (isLatin(this.#text.charCodeAt(at - 1)) && isLatin(this.#text.charCodeAt(at))) return;
    const { ends } = this.#states;
    let index = this.#states.endsOf(stand);
    for (let end = ends[index]!; end >= 0; end = ends[++index]!) {
      if (hasPinyin && !mayHavePinyin(end)) continue;
      if (differing > 0 && differing > mostDiffering(end, letters)) continue;
      this.#take(end, at);
    }
  }

  #take(word: WordEnd, end: number): void {
    const kind = kindOf(conceptOf(word)) + (isExcept(word) ? 1 : 0);
    const before = this.#last[kind]!;
    if (before === 0 && !isExcept(word)) this.named.push(conceptOf(word));
    const at = this.#wordsEnd;
    if (at === this.#words.length) this.#words = grown(this.#words);
    this.#words[at] = this.#start;
    this.#words[at + 1] = end;
    this.#words[at + 2] = before;
    this.#wordsEnd = at + WORD_WIDTH;
    this.#last[kind] = at + 1;
  }
}

function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isLatinOrDigit(unit: number): boolean {
  return isLatin(unit) || (unit >= 0x30 && unit <= 0x39);
}
