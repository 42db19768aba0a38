/**
 * What a text must hold for a pattern to match at all, read off the pattern: of several sets of letters and of pairs of neighbouring
 * letters, one of each. Most patterns can so be passed over without being run. The answer may be too lenient, never too strict.
 */
import { PatternCursor } from './pattern-cursor.ts';
import {
  MOST_CHARACTERS,
  either,
  nothing,
  nothingKnown,
  oneOf,
  anyOf,
  sideBySide,
  type Letters,
  type Part,
} from './pattern-part.ts';
import { CLAUSE, MESSAGE, CLAUSE_END, reachOver, type Reach } from './reach.ts';
import { byStrictness, rowKey, type OneOf } from './strictness.ts';
import { SENTENCE_ENDS } from './units.ts';

export interface PatternNeeds {
  /** The strictest set first; empty where nothing can be told. */
  all: readonly OneOf[];
  /** What each of its alternatives needs, all of one of them, in the same order: of a pattern without alternatives what `all` says. */
  alternatives: readonly (readonly OneOf[])[];
  /** How many letters of numbers and ids there must be at least. */
  codeLetters: number;
  /** In what a match lies; what is looked at around it may lie farther. */
  reach: Reach;
  /** No match is longer, in UTF-16 units. */
  most: number;
  /** So far, at most, is looked at before and behind a match. */
  around: number;
}

/** By pattern, by what stands in brackets, by class and by letter: the same lists of words stand in many patterns. */
export type KnownParts = Map<string, Part>;

/**
 * @param source a regular expression with the flag `u`, its repetitions bounded
 * @param known what was read of other patterns; what is read of this one is added
 */
export function needsOf(source: string, known: KnownParts = new Map()): PatternNeeds {
  let part = known.get(source);
  if (!part) known.set(source, (part = new Reader(source, known).alternatives()));
  const { needs, alternatives, codeLetters, reach, most, around } = part;
  return {
    all: byStrictness(needs),
    alternatives: (alternatives ?? [part]).map((each) => byStrictness(each.needs)),
    codeLetters: Math.min(codeLetters, 255),
    reach,
    most,
    around,
  };
}

/** No bracket holds a class that is not closed: nothing else has such a key. */
function classKey(letters: string): string {
  return `[${letters}`;
}

/** Reads a pattern from left to right; what it does not know needs nothing. */
class Reader extends PatternCursor {
  readonly #known: KnownParts;
  /** A kind of characters, such as \s, was read that may hold ends of sentences. */
  #hasOpenKind = false;

  constructor(source: string, known: KnownParts) {
    super(source);
    this.#known = known;
  }

  alternatives(): Part {
    const all = [this.#sequence()];
    while (this.take('|')) all.push(this.#sequence());
    return all.length === 1 ? all[0]! : either(all);
  }

  #sequence(): Part {
    const needs: OneOf[] = [];
    /** None before the first part that has letters. */
    let firsts: Letters | undefined;
    let lasts: Letters = null;
    let [codeLetters, most, around] = [0, 0, 0];
    let reach: Reach = CLAUSE;
    let only: Part | null = null;
    let parts = 0;
    let digits = 0;
    while (this.next !== undefined && this.next !== '|' && this.next !== ')') {
      const part = this.#part();
      const times = this.times();
      const { least } = times;
      // What only looks around takes up no room.
      if (part.most > 0) {
        parts += 1;
        only = parts === 1 && least === 1 && times.most === 1 ? part : null;
      }
      const isMissing = least === 0;
      // Without end times nothing is still nothing.
      most += part.most === 0 ? 0 : part.most * times.most;
      around = Math.max(around, part.around);
      if (part.reach > reach) reach = part.reach;
      if (!isMissing) needs.push(...part.needs);
      codeLetters += least * part.codeLetters;
      if (part.most > 0) digits = part.isDigit ? digits + least : 0;
      const row = part.isDigit ? rowKey(digits) : null;
      if (row !== null) needs.push([[row]]);
      if (part.isTransparent) continue;
      if (least > 1 && row === null) needs.push(...sideBySide(part.lasts, part.firsts));
      if (firsts === undefined) firsts = isMissing ? null : part.firsts;
      if (!isMissing) needs.push(...sideBySide(lasts, part.firsts));
      lasts = isMissing ? anyOf([lasts, part.lasts]) : part.lasts;
    }
    // A list of alternatives in brackets, with nothing beside it that takes up room, is that list.
    if (only?.alternatives) return { ...only, reach, around };
    return {
      needs,
      firsts: firsts ?? null,
      lasts,
      codeLetters,
      isDigit: false,
      isTransparent: false,
      reach,
      most,
      around,
    };
  }

  #part(): Part {
    const letter = this.letter();
    if (letter === '(') return this.#group();
    if (letter === '[') return this.#knownClass();
    if (letter === '\\') return this.#escape();
    if (!'^$.'.includes(letter)) return this.#knownLetter(letter);
    // The beginning and the end are seen from one character away.
    return letter === '.' ? { ...nothingKnown, reach: MESSAGE } : { ...nothing, around: 1 };
  }

  #group(): Part {
    const looksAround = ['?=', '?!', '?<=', '?<!'].some((sign) => this.take(sign));
    if (!looksAround) this.take('?:');
    const { reach, most, around, ...part } = this.#inBrackets();
    return looksAround ? { ...nothing, around: most + around } : { ...part, reach, most, around };
  }

  #inBrackets(): Part {
    const end = this.#closing();
    const source = this.source.slice(this.at, end);
    let part = this.#known.get(source);
    if (part) this.at = end;
    else this.#known.set(source, (part = this.alternatives()));
    this.take(')');
    return part;
  }

  #knownClass(): Part {
    const from = this.at;
    let end = from;
    while (end < this.source.length && this.source[end] !== ']') end += this.source[end] === '\\' ? 2 : 1;
    const key = classKey(this.source.slice(from, end));
    let part = this.#known.get(key);
    if (part) this.at = end + 1;
    else this.#known.set(key, (part = this.#class()));
    return part;
  }

  /** A class of one. */
  #knownLetter(letter: string): Part {
    const key = classKey(letter);
    let part = this.#known.get(key);
    if (!part) this.#known.set(key, (part = oneOf(new Set([letter]))));
    return part;
  }

  /** Where the bracket ends that is open. */
  #closing(): number {
    let depth = 0;
    let isInClass = false;
    for (let at = this.at; at < this.source.length; at += 1) {
      const letter = this.source[at]!;
      if (letter === '\\') at += 1;
      else if (isInClass) isInClass = letter !== ']';
      else if (letter === '[') isInClass = true;
      else if (letter === '(') depth += 1;
      else if (letter === ')') {
        if (depth === 0) return at;
        depth -= 1;
      }
    }
    return this.source.length;
  }

  #class(): Part {
    const isNegated = this.take('^');
    const letters = new Set<string>();
    let isOpen = false;
    while (this.next !== undefined && !this.take(']')) {
      const first = this.#classLetter();
      if (first === null) isOpen = true;
      else if (this.next === '-' && this.source[this.at + 1] !== ']') {
        this.at += 1;
        isOpen = !this.#addRange(letters, first, this.#classLetter() ?? first) || isOpen;
      } else letters.add(first);
    }
    if (!isNegated && !isOpen) return oneOf(letters);
    const holdsEnds = this.#hasOpenKind;
    this.#hasOpenKind = false;
    return { ...nothingKnown, reach: holdsEnds ? MESSAGE : reachOver((end) => letters.has(end) !== isNegated) };
  }

  /** @returns null for a kind of characters, such as \d */
  #classLetter(): string | null {
    const letter = this.letter();
    if (letter !== '\\') return letter;
    const escaped = this.letter();
    if (escaped === 'n') return '\n';
    if (!/[a-zA-Z]/.test(escaped)) return escaped;
    if (escaped !== 'd' && escaped !== 'w') this.#hasOpenKind = true;
    if ('pP'.includes(escaped)) this.skipPast('}');
    return null;
  }

  /** @returns whether the range is small enough to be told */
  #addRange(letters: Set<string>, first: string, last: string): boolean {
    const [from, to] = [first.codePointAt(0)!, last.codePointAt(0)!];
    for (const end of [CLAUSE_END, ...SENTENCE_ENDS]) if (end >= first && end <= last) letters.add(end);
    if (to - from > MOST_CHARACTERS) return false;
    for (let code = from; code <= to; code += 1) letters.add(String.fromCodePoint(code));
    return true;
  }

  #escape(): Part {
    const letter = this.letter();
    if (letter === 'd') return oneOf(new Set('0123456789'));
    if ('pP'.includes(letter)) this.skipPast('}');
    if (letter === 'n') return oneOf(new Set('\n'));
    if (!/[a-zA-Z0-9]/.test(letter)) return oneOf(new Set([letter]));
    if ('bB'.includes(letter)) return { ...nothing, around: 1 };
    return letter === 'w' ? nothingKnown : { ...nothingKnown, reach: MESSAGE };
  }
}
