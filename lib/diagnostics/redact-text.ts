/**
 * Text in place of text: labels and punctuation as they are, every other word, number, amount and time replaced in its shape.
 * The text may be a whole page's, with `BREAK` between what stands on different lines and `BORDER` between elements, so that an
 * amount that is split over several of them is one amount.
 */
import { disguise } from './disguise.ts';
import { isAmount, scaled, shifted, shiftedInstant } from './numbers.ts';
import type { Secret } from './secret.ts';
import { isLayoutName, isShownWord, keptHan } from './words.ts';

/** Stands between two lines of a page: the separator of lines, which is white space to patterns. */
export const BREAK = '\u2028';
/** Stands between two elements of one line. */
export const BORDER = '\u2029';

const TOKEN = new RegExp(
  [
    String.raw`(?<time>(?<!\d)\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?(?!\d)|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))`,
    String.raw`(?<money>[¥￥]\s*\d(?:[\d,]|,\s*(?=\d))*(?:\s*\.\d{1,2}|\.\s*\d{1,2})?(?![.,]?\d))`,
    String.raw`(?<count>(?<![\w.])[x×X]\s*\d{1,4}(?![\w.]))`,
    String.raw`(?<phone>(?<![\w*])1[\d*]{10}(?![\w*]))`,
    String.raw`(?<word>\d*[A-Za-z_]\w*)`,
    String.raw`(?<number>\d[\d,.]*\d|\d)`,
    String.raw`(?<han>\p{Script=Han}+)`,
    String.raw`(?<other>[\p{L}\p{M}\p{N}\p{So}\p{Sk}\p{Co}\p{Cs}])`,
  ].join('|'),
  'gu',
);
const LINE_WORDS = /\d*[A-Za-z_]\w*|\p{Script=Han}+/gu;
const EPOCH_MS = /^1[2-9]\d{11}$/;

export interface TextOptions {
  secret: Secret;
  /** The text is a name in the page's code or address: known words stay. */
  isName?: boolean;
  /** The text is of the page's data, where a time may be a number. */
  isData?: boolean;
  /** A bare whole number is an amount. */
  isAmount?: boolean;
  /** Where people's words stand, in which no label is looked for. */
  isSpoken?: (index: number) => boolean;
  /** Is told each word or number of six characters or more and what stands for it. */
  onReplaced?: (original: string, replacement: string) => void;
}

/** @returns for each UTF-16 unit of the text what stands there: as a rule one other, sometimes none or several */
export function redactedUnits(text: string, options: TextOptions): string[] {
  const units = text.split('');
  const put = (from: number, original: string, replacement: string) => {
    if (replacement === original) return;
    if (original.length >= 6) options.onReplaced?.(original, replacement);
    place(units, from, original, replacement);
  };
  for (const match of text.matchAll(TOKEN)) redactToken(match, text, options, put);
  return units;
}

/** The same of a text that stands by itself; what is written as in an address (`%E7%95%99`) is read first. */
export function redactText(text: string, options: TextOptions): string {
  return redactedUnits(text.replaceAll(/(?:%[\da-f]{2})+/gi, decoded), options).join('');
}

function decoded(coded: string): string {
  try {
    return decodeURIComponent(coded);
  } catch {
    return '某';
  }
}

type Put = (from: number, original: string, replacement: string) => void;

function redactToken(match: RegExpExecArray, text: string, options: TextOptions, put: Put): void {
  const { secret } = options;
  const { time, money, phone, word, number, han, other } = match.groups!;
  const at = match.index;
  const whole = match[0];
  if (time !== undefined) put(at, whole, shifted(whole.replaceAll(/ +/g, ' '), secret));
  else if (money !== undefined) redactMoney(at, whole, secret, put);
  else if (phone !== undefined) put(at, whole, `1${disguise(whole.slice(1), secret)}`);
  else if (word !== undefined) redactWord(at, word, options, put);
  else if (number !== undefined) put(at, whole, otherNumber(at, number, text, options));
  else if (han !== undefined) {
    let from = 0;
    for (const [start, end] of [...keptIn(han, at, options), [han.length, han.length]]) {
      const part = han.slice(from, start);
      if (part !== '') put(at + from, part, disguise(part, secret));
      from = end!;
    }
  } else if (other !== undefined) put(at, other, disguise(other, secret));
}

function keptIn(run: string, at: number, { isName, isSpoken }: TextOptions): [number, number][] {
  return isName || isSpoken?.(at) ? [] : keptHan(run);
}

/** The figures of an amount, whose sign and pieces may stand apart. */
function redactMoney(at: number, money: string, secret: Secret, put: Put): void {
  const figures = money.replace(/[^\d.,]/g, '');
  const start = money.search(/\d/);
  if (isAmount(figures)) put(at + start, money.slice(start), scaled(figures, secret));
  else for (const run of money.matchAll(/\d+/g)) put(at + run.index, run[0], disguise(run[0], secret));
}

/** Ids on JD pages are put together: `u_<account>imcustomer<vender>`, `jd_<hex>`. */
function redactWord(at: number, word: string, options: TextOptions, put: Put): void {
  let from = at;
  const parts = word.split(/(imcustomer|imwaiter)/i);
  for (const part of parts) {
    const [kept] = /^(?:u_)?(?:jd_)?/i.exec(part)!;
    const rest = part.slice(kept.length);
    const isName = options.isName === true && parts.length === 1 && kept === '';
    const stays = isShownWord(rest) || /^im(?:customer|waiter)$/i.test(rest) || (isName && isLayoutName(rest));
    if (!stays && rest !== '') put(from + kept.length, rest, disguise(rest, options.secret));
    from += part.length;
  }
}

function otherNumber(at: number, number: string, text: string, options: TextOptions): string {
  const { secret } = options;
  const isFraction = text[at - 1] === '.' && number.length <= 2;
  if (
    /[.,]/.test(number) ||
    (options.isAmount && !isFraction && !/^0\d/.test(number)) ||
    /^\s*元/.test(text.slice(at + number.length, at + number.length + 4))
  )
    return isAmount(number) ? scaled(number, secret) : number.replaceAll(/\d+/g, (run) => disguise(run, secret));
  if (options.isData && EPOCH_MS.test(number)) return shiftedInstant(number, secret);
  if (/^0+$/.test(number)) return number;
  // Counts and numbers of pages, not the numbers of a street or a house.
  if (number.length <= 3 && saysOnlyLabels(at, text, options)) return number;
  return disguise(number, secret);
}

function saysOnlyLabels(at: number, text: string, { isName, isSpoken }: TextOptions): boolean {
  if (isSpoken?.(at)) return false;
  if (isName) return true;
  const end = text.indexOf(BREAK, at);
  const line = text.slice(text.lastIndexOf(BREAK, at) + 1, end < 0 ? text.length : end);
  if (line.length > 200) return false;
  return (line.match(LINE_WORDS) ?? []).every((word) => {
    if (/[A-Za-z_]/.test(word)) return isShownWord(word) || /^[xX]\d*$/.test(word);
    const [kept] = keptHan(word);
    return kept?.[0] === 0 && kept[1] === word.length;
  });
}

const FIGURE = /[\d.,]/;

/** A longer text begins where the old one begins; figures go where figures stood, whatever stands between them. */
function place(units: string[], from: number, original: string, replacement: string): void {
  const isAmountInPieces = !/[^\d.,\s]/.test(original) && /\s/.test(original);
  const places = original
    .split('')
    .flatMap((char, index) => (isAmountInPieces && !FIGURE.test(char) ? [] : [from + index]));
  const extra = replacement.length - places.length;
  places.forEach((at, index) => {
    units[at] = index === 0 ? replacement.slice(0, Math.max(0, extra + 1)) : (replacement[index + extra] ?? '');
  });
}
