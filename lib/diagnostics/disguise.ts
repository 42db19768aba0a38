/**
 * A word in place of another: as long, of the same kinds of characters, the same every time, and never a character in the place
 * where it stood. What begins alike goes on to begin alike, so that a name that the page has cut still fits the whole one.
 */
import { stir, type Secret } from './secret.ts';

const HAN_FIRST = 0x4e00;
const HAN_COUNT = 0x51a0;
/** Stands for a letter or sign of any other script. */
const OTHER = '某';

/** First and last of each kind; hexadecimal letters stay hexadecimal, for some ids are known by it. */
const KINDS = ['09', 'af', 'gz', 'AF', 'GZ'].map((ends) => ({
  first: ends.charCodeAt(0),
  count: ends.charCodeAt(1) - ends.charCodeAt(0) + 1,
}));
KINDS.push({ first: HAN_FIRST, count: HAN_COUNT });
/** How a number begins: a zero or a nine stays, for 0 is no digit to begin with, and a safe integer must stay one. */
const LEADING = { first: '1'.charCodeAt(0), count: 8 };

export function disguise(word: string, { key }: Secret): string {
  let [first, second] = key;
  let disguised = '';
  for (const char of word) {
    const code = char.codePointAt(0)!;
    disguised += /[\w*.-]/.test(char) && !/[A-Za-z\d]/.test(char) ? char : other(char, code, first, disguised === '');
    first = stir(first, code);
    second = stir(second, first);
    first ^= second;
  }
  return disguised;
}

function other(char: string, code: number, state: number, isFirst: boolean): string {
  if (isFirst && (char === '0' || char === '9')) return char;
  const kind =
    isFirst && /\d/.test(char) ? LEADING : KINDS.find(({ first, count }) => code >= first && code < first + count);
  if (!kind) return OTHER;
  const shift = 1 + ((state >>> 0) % (kind.count - 1));
  return String.fromCharCode(kind.first + ((code - kind.first + shift) % kind.count));
}
