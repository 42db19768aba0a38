/** Where the concepts of a lexicon stand in a text. */
import { conceptOf, isExcept, kindOf, mayHavePinyin, mostDiffering, type Lexicon, type WordEnd } from './lexicon.ts';
import { isLatin, isLatinOrDigit, letterOf, LETTERS, nameLetter, UNNAMED } from './letters.ts';
import type { Hit } from './scan.ts';
import { unitsLike } from './units.ts';
import {
  BOTH_OTHER,
  FIRST_OTHER,
  hasEnds,
  isLast,
  NO_OTHERS,
  NOWHERE,
  SECOND_OTHER,
  type Stand,
  type WordStates,
} from './word-states.ts';

export interface Mentions {
  /** The concepts of which a word or a pattern was found: the first `namedCount`. */
  named: Uint16Array;
  namedCount: number;
  has: (concept: number) => boolean;
  /** The places of a concept by its number, in the order of the text. */
  of: (concept: number) => readonly Hit[];
  /** Tells of a place that a pattern of the concept found; before any places are asked for. */
  add: (concept: number, place: Hit) => void;
}

const none: readonly Hit[] = [];
const readings = new WeakMap<Lexicon, Reading>();

/** What may be set between the letters of a word: signs and pictures, but nothing that ends a clause. */
const SEPARATOR = /[ ._\-~*·、|/()[\]【】^&#@+"'丶丨㊙\u2010-\u2bff\u3003-\u303f\ud800-\udfff]/g;
/** By letter. */
const isSeparator = new Uint8Array(LETTERS);
for (const unit of unitsLike(SEPARATOR)) isSeparator[nameLetter(unit)] = 1;
const MOST_SEPARATORS = 2;
const LONGEST_SYLLABLE = 6;
/** No word may differ in more letters: it bounds the search. */
const MOST_DIFFERING = 2;

/**
 * Reads the words in a folded text once; what patterns find is added. A mention inside a word in which the concept is not meant is
 * left out. What is told holds until the next text is read with the lexicon.
 */
export function mentionsIn(text: string, lexicon: Lexicon): Mentions {
  let reading = readings.get(lexicon);
  if (!reading) readings.set(lexicon, (reading = new Reading(lexicon)));
  reading.read(text);
  return reading;
}

const WORD_WIDTH = 3;
/** Enough for most messages. */
const FIRST_ROOM = 400 * WORD_WIDTH;

function grown(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(2 * words.length);
  wider.set(words);
  return wider;
}

/** Made once for each lexicon: the room for what it finds would take longer to make than most messages to read. */
class Reading {
  readonly named: Uint16Array;
  namedCount = 0;
  readonly #lexicon: Lexicon;
  readonly #states: WordStates;
  #text = '';
  /** Of the text, each by its number, and room for those of the next; behind its end there are none. */
  #letters = new Uint16Array(1024);
  /** Every word found, three numbers each: where it begins, where it ends, and the one of the same kind before it. */
  #words = new Uint32Array(FIRST_ROOM);
  #wordsEnd = 0;
  /** By kind: the last of its words, one more than its place in `words`, 0 for none. */
  readonly #last: Uint32Array;
  /** By concept: 1 where it is named. */
  readonly #isNamed: Uint8Array;
  readonly #patternPlaces = new Map<number, Hit[]>();
  /** By concept, once they are asked for. */
  readonly #places = new Map<number, readonly Hit[]>();
  #start = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#states = lexicon.states;
    this.#last = new Uint32Array(lexicon.kinds);
    this.#isNamed = new Uint8Array(lexicon.numbers.size);
    this.named = new Uint16Array(lexicon.numbers.size);
  }

  read(text: string): void {
    this.#states.tidy();
    this.namedCount = 0;
    this.#text = text;
    this.#wordsEnd = 0;
    this.#last.fill(0);
    this.#isNamed.fill(0);
    // Even an empty map takes its time to be cleared.
    if (this.#patternPlaces.size > 0) this.#patternPlaces.clear();
    if (this.#places.size > 0) this.#places.clear();
    if (text.length >= this.#letters.length) this.#letters = new Uint16Array(2 * text.length);
    for (let at = 0; at < text.length; at += 1) this.#letters[at] = letterOf(text.charCodeAt(at));
    this.#letters[text.length] = UNNAMED;
    for (let at = 0; at < text.length; at += 1) this.#readFrom(at);
    // Nobody's words are kept.
    this.#text = '';
  }

  #readFrom(start: number): void {
    const letter = this.#letters[start]!;
    // No word has it.
    if (letter === UNNAMED) return;
    // A word of Latin letters or digits stands alone.
    if (start > 0 && isLatinOrDigit(letter) && isLatinOrDigit(this.#letters[start - 1]!)) return;
    this.#start = start;
    const second = this.#letters[start + 1]!;
    const { beginnings } = this.#lexicon;
    if (isLatin(letter) || isLatin(second) || isSeparator[second] === 1) this.#firstLetter(letter);
    else {
      if (beginnings.isWord(letter)) this.#oneLetter(letter);
      if (beginnings.mayBegin(letter, second)) this.#firstPair(letter, second);
    }
  }

  #oneLetter(letter: number): void {
    const stand = this.#states.exact(this.#states.way(this.#states.start, letter));
    if (hasEnds(stand)) this.#end(stand, this.#start + 1, 1, 0, false);
  }

  /** Reads on from two letters, neither of which is Latin, that stand side by side. */
  #firstPair(letter: number, second: number): void {
    const pair = this.#states.pair(letter, second);
    const exact = this.#states.afterPair(pair);
    const others = this.#states.othersOf(pair);
    if (exact !== NOWHERE) this.#step(exact, this.#start + 2, 2, 0, false);
    if (others === NO_OTHERS) return;
    this.#firstOthers(this.#states.afterOthers(others, SECOND_OTHER), 1);
    this.#firstOthers(this.#states.afterOthers(others, FIRST_OTHER), 1);
    this.#firstOthers(this.#states.afterOthers(others, BOTH_OTHER), 2);
  }

  #firstOthers(stand: Stand, differing: number): void {
    if (stand !== NOWHERE) this.#step(stand, this.#start + 2, 2, differing, false);
  }

  #firstLetter(letter: number): void {
    const at = this.#start;
    const way = this.#states.way(this.#states.start, letter);
    const exact = this.#states.exact(way);
    const other = this.#states.other(way);
    if (exact !== NOWHERE) this.#step(exact, at + 1, 1, 0, false);
    if (other !== NOWHERE) this.#step(other, at + 1, 1, 1, false);
    if (isLatin(letter)) this.#syllables(this.#states.start, at, 0, 0);
  }

  has(concept: number): boolean {
    return this.#isNamed[concept] === 1;
  }

  add(concept: number, place: Hit): void {
    this.#name(concept);
    const places = this.#patternPlaces.get(concept);
    if (places) places.push(place);
    else this.#patternPlaces.set(concept, [place]);
  }

  #name(concept: number): void {
    if (this.#isNamed[concept] === 1) return;
    this.#isNamed[concept] = 1;
    this.named[this.namedCount] = concept;
    this.namedCount += 1;
  }

  of(concept: number): readonly Hit[] {
    if (!this.has(concept)) return none;
    const known = this.#places.get(concept);
    if (known) return known;
    const places = this.#placesOf(concept);
    this.#places.set(concept, places);
    return places;
  }

  #placesOf(concept: number): readonly Hit[] {
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
    const letter = this.#letters[at]!;
    if (this.#states.mayLead(stand, letter)) this.#goOn(stand, letter, at, letters, differing, hasPinyin);
    if (isLatin(letter)) this.#syllables(stand, at, letters, differing);
    return isSeparator[letter] === 1;
  }

  #goOn(stand: Stand, letter: number, at: number, letters: number, differing: number, hasPinyin: boolean): void {
    const way = this.#states.way(stand, letter);
    const exact = this.#states.exact(way);
    const other = this.#states.other(way);
    if (exact !== NOWHERE) this.#step(exact, at + 1, letters + 1, differing, hasPinyin);
    if (other !== NOWHERE && differing < MOST_DIFFERING)
      this.#step(other, at + 1, letters + 1, differing + 1, hasPinyin);
  }

  #syllables(stand: Stand, at: number, letters: number, differing: number): void {
    for (let end = at + 1; end <= at + LONGEST_SYLLABLE && isLatin(this.#letters[end - 1]!); end += 1) {
      const next = this.#states.nextByPinyin(stand, this.#text.slice(at, end));
      if (next !== NOWHERE) this.#step(next, end, letters + 1, differing, true);
    }
  }

  #end(stand: Stand, at: number, letters: number, differing: number, hasPinyin: boolean): void {
    if (isLatin(this.#letters[at - 1]!) && isLatin(this.#letters[at]!)) return;
    const { ends } = this.#states;
    let index = this.#states.endsOf(stand);
    for (let end = ends[index]!; end >= 0; end = ends[++index]!) {
      if (hasPinyin && !mayHavePinyin(end)) continue;
      if (differing > 0 && differing > mostDiffering(end, letters)) continue;
      this.#take(end, at);
    }
  }

  #take(word: WordEnd, end: number): void {
    if (!isExcept(word)) this.#name(conceptOf(word));
    const kind = kindOf(conceptOf(word)) + (isExcept(word) ? 1 : 0);
    const before = this.#last[kind]!;
    const at = this.#wordsEnd;
    if (at === this.#words.length) this.#words = grown(this.#words);
    this.#words[at] = this.#start;
    this.#words[at + 1] = end;
    this.#words[at + 2] = before;
    this.#wordsEnd = at + WORD_WIDTH;
    this.#last[kind] = at + 1;
  }
}
