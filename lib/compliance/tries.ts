/**
 * In how many ways a pattern may be tried at one place of a text, for the worst of texts. A letter is tried in one way; parts behind one
 * another multiply; of alternatives those add up that begin with the same letter; a repetition adds up all its numbers of times, unless
 * the letter behind it says where it ends. A repetition of varying length inside another soon makes more ways than a lifetime has steps.
 */
import { PatternCursor } from './pattern-cursor.ts';

/** A pattern read: parts behind one another. */
type Sequence = Repeated[];
interface Repeated {
  part: 'nothing' | Letters | Group;
  least: number;
  most: number;
  /** As it is written. */
  written: string;
}
/** Null for any. */
type Letters = ReadonlySet<string> | null;
interface Group {
  alternatives: Sequence[];
  looksAround: boolean;
}

export interface Tries {
  ways: number;
  /** The repetition, of what may itself be read in several ways, that makes the most of them; null without one. */
  nested: { written: string; ways: number } | null;
}

interface Counted extends Tries {
  steps: number;
}

/** Of a pattern that nests deeper the count itself would take too long: it is as good as endless. */
const MOST_STEPS = 5_000;

/** @param source of a regular expression with the flag `u`, its repetitions bounded */
export function triesOf(source: string): Tries {
  const counted: Counted = { ways: 1, nested: null, steps: 0 };
  const whole = { alternatives: new Reader(source).alternatives(), looksAround: false };
  // What is looked for around a match is looked for by itself.
  const ways = Math.max(counted.ways, waysOfGroup(whole, null, counted));
  return { ways: counted.steps > MOST_STEPS ? Infinity : Math.max(counted.ways, ways), nested: counted.nested };
}

/** @param next with what the text may go on behind it */
function waysOfGroup({ alternatives }: Group, next: Letters, counted: Counted): number {
  const all = alternatives.map((sequence) => ({
    firsts: firstsOf(sequence, next),
    ways: waysOf(sequence, next, counted),
  }));
  const beginning = (letter: string | null) =>
    all.reduce(
      (sum, { firsts, ways }) => (firsts === null || (letter !== null && firsts.has(letter)) ? sum + ways : sum),
      0,
    );
  const letters = new Set(all.flatMap(({ firsts }) => [...(firsts ?? [])]));
  return Math.max(1, beginning(null), ...Array.from(letters, beginning));
}

function waysOf(sequence: Sequence, next: Letters, counted: Counted): number {
  let ways = 1;
  sequence.forEach((repeated, at) => {
    const { part, least, most, written } = repeated;
    counted.steps += 1;
    if (part === 'nothing' || counted.steps > MOST_STEPS) return;
    const behind = firstsOf(sequence.slice(at + 1), next);
    if (!isGroup(part)) {
      ways *= isEndTold(part, behind) ? 1 : most - least + 1;
      return;
    }
    if (part.looksAround) {
      counted.ways = Math.max(counted.ways, waysOfGroup(part, null, counted));
      return;
    }
    const again = firstsOf([repeated], new Set());
    const last = waysOfGroup(part, most > 1 ? either(again, behind) : behind, counted);
    const each = most > 1 ? waysOfGroup(part, again, counted) : last;
    const together = isEndTold(again, behind) ? powers(each, last, most, most) : powers(each, last, least, most);
    if (most > 1 && last > 1 && together > (counted.nested?.ways ?? 0)) counted.nested = { written, ways: together };
    ways *= together;
  });
  return ways;
}

/** Whether a letter says if it is one more time or what comes behind. */
function isEndTold(again: Letters, behind: Letters): boolean {
  return again !== null && behind !== null && again.isDisjointFrom(behind);
}

/** All numbers of times together; the last time is followed by what comes behind. */
function powers(each: number, last: number, least: number, most: number): number {
  if (most === Infinity) return Infinity;
  let sum = 0;
  for (let times = least; times <= most && sum < Infinity; times += 1)
    sum += times === 0 ? 1 : each ** (times - 1) * last;
  return sum;
}

function isGroup(part: Repeated['part']): part is Group {
  return part !== null && part !== 'nothing' && 'alternatives' in part;
}

/** With what a text may go on that meets the sequence and what is behind it. */
function firstsOf(sequence: Sequence, next: Letters): Letters {
  let firsts: Letters = new Set();
  for (const { part, least } of sequence) {
    if (part === 'nothing' || (isGroup(part) && part.looksAround)) continue;
    const own: Letters = isGroup(part)
      ? part.alternatives.map((each) => firstsOf(each, new Set())).reduce(either)
      : part;
    firsts = either(firsts, own);
    if (least > 0 && !(isGroup(part) && part.alternatives.some(mayBeEmpty))) return firsts;
  }
  return either(firsts, next);
}

function mayBeEmpty(sequence: Sequence): boolean {
  return sequence.every(
    ({ part, least }) =>
      least === 0 || part === 'nothing' || (isGroup(part) && (part.looksAround || part.alternatives.some(mayBeEmpty))),
  );
}

function either(a: Letters, b: Letters): Letters {
  return a === null || b === null ? null : a.union(b);
}

/** A class of more letters, or of some kind, may be any. */
const MOST_LETTERS = 200;

/** Reads a pattern from left to right. */
class Reader extends PatternCursor {
  alternatives(): Sequence[] {
    const all = [this.#sequence()];
    while (this.take('|')) all.push(this.#sequence());
    return all;
  }

  #sequence(): Sequence {
    const sequence: Sequence = [];
    while (this.at < this.source.length && this.next !== '|' && this.next !== ')') {
      const from = this.at;
      const part = this.#part();
      const times = this.times();
      sequence.push({ part, ...times, written: this.source.slice(from, this.at) });
    }
    return sequence;
  }

  #part(): Repeated['part'] {
    const letter = this.letter();
    if (letter === '(') return this.#group();
    if (letter === '[') return this.#class();
    if (letter === '\\') return this.#escape();
    if (letter === '^' || letter === '$') return 'nothing';
    return letter === '.' ? null : new Set([letter]);
  }

  #group(): Group {
    const looksAround = ['?=', '?!', '?<=', '?<!'].some((sign) => this.take(sign));
    if (!looksAround && !this.take('?:') && this.take('?<')) this.skipPast('>');
    const alternatives = this.alternatives();
    this.take(')');
    return { alternatives, looksAround };
  }

  #class(): Letters {
    const letters = new Set<string>();
    let isOpen = this.take('^');
    while (this.at < this.source.length && !this.take(']')) {
      const first = this.#classLetter();
      const isRange = this.next === '-' && this.source[this.at + 1] !== ']';
      if (isRange) this.at += 1;
      const last = isRange ? this.#classLetter() : first;
      if (first === null || last === null || letters.size > MOST_LETTERS) isOpen = true;
      else if (last.codePointAt(0)! - first.codePointAt(0)! > MOST_LETTERS) isOpen = true;
      else
        for (let code = first.codePointAt(0)!; code <= last.codePointAt(0)!; code += 1)
          letters.add(String.fromCodePoint(code));
    }
    return isOpen ? null : letters;
  }

  /** Null for a kind of letters, such as \\s. */
  #classLetter(): string | null {
    const letter = this.letter();
    if (letter !== '\\') return letter;
    const escaped = this.letter();
    if ('pP'.includes(escaped)) this.skipPast('}');
    return /[a-zA-Z0-9]/.test(escaped) ? null : escaped;
  }

  #escape(): Repeated['part'] {
    const letter = this.letter();
    if ('bB'.includes(letter)) return 'nothing';
    if ('pP'.includes(letter)) this.skipPast('}');
    if (letter === 'd') return new Set('0123456789');
    return /[a-zA-Z0-9]/.test(letter) ? null : new Set([letter]);
  }
}
