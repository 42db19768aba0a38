/**
 * What a text must hold for a pattern to match at all, read off the pattern: of several sets of letters and of pairs of neighbouring
 * letters, one of each. Most patterns can so be passed over without being run. The answer may be too lenient, never too strict.
 */
import { isGapLetter } from './rule-source.ts';

/** A UTF-16 unit, or two that stand side by side once separators are left out: first * 0x10000 + second. */
export type Key = number;

/** Of these one must be there: each is some keys that must all be there, the rarest first. */
export type OneOf = readonly (readonly Key[])[];

export interface PatternNeeds {
  /** The strictest set first; empty where nothing can be told. */
  all: readonly OneOf[];
  /** How many letters of numbers and ids there must be at least. */
  codeLetters: number;
  reach: Reach;
}

/** In what a match and what is looked at around it lie; in the message alone where they depend on where it begins or ends. */
export type Reach = typeof CLAUSE | typeof SENTENCE | typeof MESSAGE;
export const CLAUSE = 0;
export const SENTENCE = 1;
export const MESSAGE = 2;

const CLAUSE_END = ',';

/** Where a sentence of the folded text ends. */
export const SENTENCE_ENDS: readonly string[] = ['。', '!', '?', ';', '\n'];

/** Of what numbers and ids are made, in whatever way they are written. */
const codeUnits = unitsOf(
  '0123456789abcdefghijklmnopqrstuvwxyz_-.零〇一二两三四五六七八九十幺壹贰叁肆伍陆柒捌玖洞拐勾百千万几',
);

/** @param unit a UTF-16 unit */
export function isCodeLetter(unit: number): boolean {
  return codeUnits.has(unit);
}

const endUnits = new Uint8Array(0x1_0000);
for (const end of SENTENCE_ENDS) endUnits[end.charCodeAt(0)] = 1;

/** @param unit a UTF-16 unit */
export function isSentenceEnd(unit: number): boolean {
  return endUnits[unit] === 1;
}

export function pairKey(first: number, second: number): Key {
  return first * 0x1_0000 + second;
}

/** A class of more characters says too little, and so do more pairs. */
const MOST_CHARACTERS = 60;
const MOST_PAIRS = 150;
/** So many keys of a word tell enough. */
const MOST_KEYS = 2;
/** The letters that are met most in what staff write, and those that come next. */
const FREQUENT = unitsOf('的我不您一了给是退们有发个这下价就单到能天货用上在要款没你好收号都家1评码可点看以来店');
const COMMON = unitsOf(
  '023456789五别信话里会加面人三后拍那行子平打包费订小请时再回付也开过台接理页说最定二微手保分换全装客快先机电对补问百买同大得今支证件新送无钱名两差多系内出图色扫活现报前券赔服去明持方质和把直卡红找写由样块题金身满坏本边进意关',
);

function unitsOf(letters: string): Set<number> {
  return new Set(Array.from(letters, (letter) => letter.charCodeAt(0)));
}

/** @param source a regular expression with the flag `u`, its repetitions bounded */
export function needsOf(source: string): PatternNeeds {
  const reader = new Reader(source);
  const { needs, codeLetters } = reader.alternatives();
  return { all: byStrictness(needs), codeLetters: Math.min(codeLetters, 255), reach: reader.reach };
}

/** How likely a sentence has it, roughly. */
function chance(key: Key): number {
  if (key > 0xffff) return 0.001 + 0.5 * chance(key >>> 16) * chance(key & 0xffff);
  return FREQUENT.has(key) ? 0.15 : COMMON.has(key) ? 0.04 : 0.01;
}

/** How often it is met, roughly. */
function lenience(choices: OneOf): number {
  let sum = 0;
  for (const keys of choices) sum += keys.reduce((product, key) => product * chance(key), 1);
  return sum;
}

function byStrictness(needs: readonly OneOf[]): OneOf[] {
  if (needs.length < 2) return [...needs];
  return needs
    .map((choices) => ({ choices, lenience: lenience(choices) }))
    .toSorted((a, b) => a.lenience - b.lenience)
    .map(({ choices }) => choices);
}

/** A pattern met by one of several: of each what is strictest, together. */
function either(all: readonly Part[]): Part {
  const strictest = all.map(({ needs }) => strictestOf(needs));
  const choices = new Map(strictest.flatMap((oneOf) => oneOf ?? []).map((keys) => [keys.join(), keys] as const));
  return {
    needs: strictest.includes(null) ? [] : [[...choices.values()]],
    firsts: all.map(({ firsts }) => firsts).reduce(anyOf),
    lasts: all.map(({ lasts }) => lasts).reduce(anyOf),
    codeLetters: Math.min(...all.map(({ codeLetters }) => codeLetters)),
    isTransparent: false,
  };
}

function anyOf(some: Letters, others: Letters): Letters {
  return some && others && [...new Set([...some, ...others])];
}

/** The keys that are needed in any case, as one choice; else the strictest of the needs. */
function strictestOf(needs: readonly OneOf[]): OneOf | null {
  const certain = new Set(needs.flatMap((choices) => (choices.length === 1 ? choices[0]! : [])));
  const rarest = [...certain].toSorted((a, b) => chance(a) - chance(b)).slice(0, MOST_KEYS);
  const together: OneOf[] = rarest.length > 0 ? [[rarest]] : [];
  return byStrictness([...together, ...needs])[0] ?? null;
}

/** UTF-16 units of which it is one; null when it may be any. */
type Letters = readonly number[] | null;

/** Something that a pattern is made of. */
interface Part {
  needs: readonly OneOf[];
  /** With what it begins. */
  firsts: Letters;
  /** With what it ends. */
  lasts: Letters;
  codeLetters: number;
  /** It is nothing but separators, or takes up no room: its neighbours stand side by side. */
  isTransparent: boolean;
}

const nothingKnown: Part = { needs: [], firsts: null, lasts: null, codeLetters: 0, isTransparent: false };
const nothing: Part = { ...nothingKnown, isTransparent: true };

/** What the end of one part and the beginning of the next need; nothing where that says too little. */
function sideBySide(lasts: Letters, firsts: Letters): OneOf[] {
  if (lasts === null || firsts === null || lasts.length * firsts.length > MOST_PAIRS) return [];
  return [lasts.flatMap((last) => firsts.map((first) => [pairKey(last, first)]))];
}

/** Reads a pattern from left to right; what it does not know needs nothing. */
class Reader {
  readonly #letters: readonly string[];
  #at = 0;
  reach: Reach = CLAUSE;

  constructor(source: string) {
    this.#letters = Array.from(source);
  }

  alternatives(): Part {
    const all = [this.#sequence()];
    while (this.#take('|')) all.push(this.#sequence());
    return all.length === 1 ? all[0]! : either(all);
  }

  #sequence(): Part {
    const needs: OneOf[] = [];
    /** None before the first part that has letters. */
    let firsts: Letters | undefined;
    let lasts: Letters = null;
    let codeLetters = 0;
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') {
      const part = this.#part();
      const least = this.#leastTimes();
      const isMissing = least === 0;
      if (!isMissing) needs.push(...part.needs);
      codeLetters += least * part.codeLetters;
      if (part.isTransparent) continue;
      if (least > 1) needs.push(...sideBySide(part.lasts, part.firsts));
      if (firsts === undefined) firsts = isMissing ? null : part.firsts;
      if (!isMissing) needs.push(...sideBySide(lasts, part.firsts));
      lasts = isMissing ? anyOf(lasts, part.lasts) : part.lasts;
    }
    return { needs, firsts: firsts ?? null, lasts, codeLetters, isTransparent: false };
  }

  #part(): Part {
    const letter = this.#letters[this.#at++]!;
    if (letter === '(') return this.#group();
    if (letter === '[') return this.#class();
    if (letter === '\\') return this.#escape();
    if (!'^$.'.includes(letter)) return this.#oneOf(new Set([letter]));
    this.reach = MESSAGE;
    return nothingKnown;
  }

  #group(): Part {
    const looksAround = ['?=', '?!', '?<=', '?<!'].some((sign) => this.#takeAll(sign));
    if (!looksAround) this.#takeAll('?:');
    const part = this.alternatives();
    this.#take(')');
    return looksAround ? nothing : part;
  }

  #class(): Part {
    const isNegated = this.#take('^');
    const letters = new Set<string>();
    let isOpen = false;
    while (this.#next !== undefined && !this.#take(']')) {
      const first = this.#classLetter();
      if (first === null) isOpen = true;
      else if (this.#next === '-' && this.#letters[this.#at + 1] !== ']') {
        this.#at += 1;
        isOpen = !this.#addRange(letters, first, this.#classLetter() ?? first) || isOpen;
      } else letters.add(first);
    }
    if (!isNegated && !isOpen) return this.#oneOf(letters);
    this.#reachOver((end) => letters.has(end) !== isNegated);
    return nothingKnown;
  }

  /** @returns null for a kind of characters, such as \d */
  #classLetter(): string | null {
    const letter = this.#letters[this.#at++]!;
    if (letter !== '\\') return letter;
    const escaped = this.#letters[this.#at++]!;
    if (escaped === 'n') return '\n';
    if (!/[a-zA-Z]/.test(escaped)) return escaped;
    if (escaped !== 'd' && escaped !== 'w') this.reach = MESSAGE;
    if ('pP'.includes(escaped)) this.#skipPast('}');
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
    const letter = this.#letters[this.#at++]!;
    if (letter === 'd') return this.#oneOf(new Set('0123456789'));
    if ('pP'.includes(letter)) this.#skipPast('}');
    if (!/[a-zA-Z0-9]/.test(letter)) return this.#oneOf(new Set([letter]));
    if (letter !== 'w') this.reach = MESSAGE;
    return nothingKnown;
  }

  /** @param letters single ones */
  #oneOf(letters: Set<string>): Part {
    this.#reachOver((end) => letters.has(end));
    const units = Array.from(letters, (letter) => letter.charCodeAt(0));
    const codeLetters = units.length > 0 && units.every(isCodeLetter) ? 1 : 0;
    if (letters.size > MOST_CHARACTERS) return { ...nothingKnown, codeLetters };
    if ([...letters].every(isGapLetter)) return { ...nothing, codeLetters, needs: [units.map((unit) => [unit])] };
    const isPlain = ![...letters].some((letter) => isGapLetter(letter) || letter.length > 1);
    const ends = isPlain ? units : null;
    return { needs: [units.map((unit) => [unit])], firsts: ends, lasts: ends, codeLetters, isTransparent: false };
  }

  /** @param isMatched whether a letter that ends a clause or a sentence may be matched */
  #reachOver(isMatched: (end: string) => boolean): void {
    if (SENTENCE_ENDS.some(isMatched)) this.reach = MESSAGE;
    else if (isMatched(CLAUSE_END) && this.reach === CLAUSE) this.reach = SENTENCE;
  }

  /** Reads the repetition behind a part, if there is one. @returns how often the part is there at least */
  #leastTimes(): number {
    let least = 1;
    if (this.#take('?') || this.#take('*')) least = 0;
    else if (this.#take('{')) {
      least = Number.parseInt(this.#letters.slice(this.#at, this.#at + 4).join(''), 10);
      this.#skipPast('}');
    } else this.#take('+');
    this.#take('?');
    return least;
  }

  get #next(): string | undefined {
    return this.#letters[this.#at];
  }

  #take(letter: string): boolean {
    if (this.#next !== letter) return false;
    this.#at += 1;
    return true;
  }

  #takeAll(text: string): boolean {
    const isThere = Array.from(text).every((letter, index) => this.#letters[this.#at + index] === letter);
    if (isThere) this.#at += text.length;
    return isThere;
  }

  #skipPast(letter: string): void {
    while (this.#next !== undefined && this.#next !== letter) this.#at += 1;
    this.#at += 1;
  }
}
