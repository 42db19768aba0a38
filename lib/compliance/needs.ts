/**
 * What a text must hold for a pattern to match at all, read off the pattern: of several sets of characters, one of each. Most
 * patterns can so be passed over without being run. The answer may be too lenient, never too strict.
 */

/** Of these one must be there: each is some UTF-16 units that must all be there, the rarest first. */
export type OneOf = readonly (readonly number[])[];

export interface PatternNeeds {
  /** The strictest set first; empty where nothing can be told. */
  all: readonly OneOf[];
  /** A match may reach from one sentence into another, or depends on where the message begins or ends. */
  looksBeyondSentence: boolean;
}

/** Where a sentence of the folded text ends. */
export const SENTENCE_ENDS: readonly string[] = ['。', '!', '?', ';', '\n'];

/** A class of more characters says too little. */
const MOST_CHARACTERS = 60;
/** Frequent in what staff write: a set with one of these is met by most texts. */
const FREQUENT = new Set('的了是我您你在有不这个好到们就可以会给发下来要没一上后请为时人大家都和也还能用收货单');

/** @param source a regular expression with the flag `u`, its repetitions bounded */
export function needsOf(source: string): PatternNeeds {
  const reader = new Reader(source);
  const needs = reader.alternatives();
  return {
    all: byStrictness(needs).map((choices) =>
      [...choices].map((letters) => Array.from(letters, (letter) => letter.charCodeAt(0))),
    ),
    looksBeyondSentence: reader.looksBeyondSentence,
  };
}

/** One of these, each some letters that are all needed, the rarest first. */
type Choices = ReadonlySet<string>;

/** So many letters of a word tell enough. */
const MOST_LETTERS = 3;

function chance(letter: string): number {
  return FREQUENT.has(letter) ? 0.3 : 0.03;
}

/** How often it is met, roughly. */
function lenience(choices: Choices): number {
  let sum = 0;
  for (const letters of choices) sum += Array.from(letters).reduce((product, letter) => product * chance(letter), 1);
  return sum;
}

function byStrictness(needs: readonly Choices[]): Choices[] {
  return needs.toSorted((a, b) => lenience(a) - lenience(b));
}

/** A pattern met by one of several: of each what is strictest, together. */
function either(all: readonly Choices[][]): Choices[] {
  const strictest = all.map(strictestOf);
  return strictest.includes(null) ? [] : [new Set(strictest.flatMap((choices) => [...choices!]))];
}

/** The letters that are needed in any case, as one choice; else the strictest of the needs. */
function strictestOf(needs: readonly Choices[]): Choices | null {
  const certain = new Set(needs.flatMap((choices) => (choices.size === 1 ? Array.from([...choices][0]!) : [])));
  const word = [...certain].toSorted((a, b) => chance(a) - chance(b)).slice(0, MOST_LETTERS);
  const together: Choices[] = word.length > 0 ? [new Set([word.join('')])] : [];
  return byStrictness([...together, ...needs])[0] ?? null;
}

/** Reads a pattern from left to right; what it does not know needs nothing. */
class Reader {
  readonly #letters: readonly string[];
  #at = 0;
  looksBeyondSentence = false;

  constructor(source: string) {
    this.#letters = Array.from(source);
  }

  alternatives(): Choices[] {
    const all = [this.#sequence()];
    while (this.#take('|')) all.push(this.#sequence());
    return all.length === 1 ? all[0]! : either(all);
  }

  #sequence(): Choices[] {
    const needs: Choices[] = [];
    while (this.#next !== undefined && this.#next !== '|' && this.#next !== ')') {
      const part = this.#part();
      if (!this.#mayBeMissing()) needs.push(...part);
    }
    return needs;
  }

  #part(): Choices[] {
    const letter = this.#letters[this.#at++]!;
    if (letter === '(') return this.#group();
    if (letter === '[') return this.#class();
    if (letter === '\\') return this.#escape();
    if (!'^$.'.includes(letter)) return this.#oneOf(new Set([letter]));
    this.looksBeyondSentence = true;
    return [];
  }

  #group(): Choices[] {
    const looksAround = ['?=', '?!', '?<=', '?<!'].some((sign) => this.#takeAll(sign));
    if (!looksAround) this.#takeAll('?:');
    const needs = this.alternatives();
    this.#take(')');
    return looksAround ? [] : needs;
  }

  #class(): Choices[] {
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
    const ends = SENTENCE_ENDS.filter((end) => letters.has(end) !== isNegated);
    if (ends.length > 0) this.looksBeyondSentence = true;
    return [];
  }

  /** @returns null for a kind of characters, such as \d */
  #classLetter(): string | null {
    const letter = this.#letters[this.#at++]!;
    if (letter !== '\\') return letter;
    const escaped = this.#letters[this.#at++]!;
    if (escaped === 'n') return '\n';
    if (!/[a-zA-Z]/.test(escaped)) return escaped;
    if (escaped !== 'd' && escaped !== 'w') this.looksBeyondSentence = true;
    if ('pP'.includes(escaped)) this.#skipPast('}');
    return null;
  }

  /** @returns whether the range is small enough to be told */
  #addRange(letters: Set<string>, first: string, last: string): boolean {
    const [from, to] = [first.codePointAt(0)!, last.codePointAt(0)!];
    for (const end of SENTENCE_ENDS) if (end >= first && end <= last) letters.add(end);
    if (to - from > MOST_CHARACTERS) return false;
    for (let code = from; code <= to; code += 1) letters.add(String.fromCodePoint(code));
    return true;
  }

  #escape(): Choices[] {
    const letter = this.#letters[this.#at++]!;
    if (letter === 'd') return [new Set('0123456789')];
    if ('pP'.includes(letter)) this.#skipPast('}');
    if (!/[a-zA-Z0-9]/.test(letter)) return this.#oneOf(new Set([letter]));
    if (letter !== 'w') this.looksBeyondSentence = true;
    return [];
  }

  /** @param letters single ones */
  #oneOf(letters: Set<string>): Choices[] {
    if (SENTENCE_ENDS.some((end) => letters.has(end))) this.looksBeyondSentence = true;
    return letters.size > MOST_CHARACTERS ? [] : [letters];
  }

  /** Reads the repetition behind a part, if there is one. */
  #mayBeMissing(): boolean {
    let isMissing = false;
    if (this.#take('?') || this.#take('*')) isMissing = true;
    else if (this.#next === '{') {
      isMissing = this.#letters[this.#at + 1] === '0';
      this.#skipPast('}');
    } else this.#take('+');
    this.#take('?');
    return isMissing;
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
