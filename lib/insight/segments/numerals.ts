/** Numbers as people write them: 1,000 · 1.5万 · 三十 · 两千五. */
import { isDigit } from './lexicon.ts';
import type { SegmentWords } from './vocabulary-schema.ts';

type Numerals = Pick<SegmentWords, 'digits' | 'magnitudes' | 'half'>;

/** More characters than this make no number that anybody needs, and no double that holds it. */
const MAX_LENGTH = 24;

/**
 * @param line folded
 * @returns the number that begins at `at` and where it ends; null when none does
 */
export function numberAt(line: string, at: number, numerals: Numerals): { value: number; end: number } | null {
  const first = line[at] ?? '';
  if (isDigit(first) || (first === '.' && isDigit(line[at + 1] ?? ''))) return arabicAt(line, at, numerals);
  if (first === numerals.half) return { value: 0.5, end: at + 1 };
  return first in numerals.digits || first in numerals.magnitudes ? chineseAt(line, at, numerals) : null;
}

/** Digits with thousands separators, one decimal point, and magnitudes behind: 1.5万. */
function arabicAt(line: string, at: number, { magnitudes }: Numerals) {
  const match = /(?:\d{1,3}(?:,\d{3}(?!\d))+|\d*)(?:\.\d+)?/y;
  match.lastIndex = at;
  const digits = match.exec(line)![0];
  let end = at + digits.length;
  let value = digits.length > MAX_LENGTH ? Infinity : Number(digits.replaceAll(',', ''));
  for (let times = magnitudes[line[end] ?? '']; times !== undefined; times = magnitudes[line[end] ?? '']) {
    value *= times;
    end += 1;
  }
  return { value: tidy(value), end };
}

/** 两千三百 by place, 两千五 with the last place left out, 三零五 digit by digit. */
function chineseAt(line: string, at: number, { digits, magnitudes }: Numerals) {
  let end = at;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let place = 1;
  for (; end < line.length; end += 1) {
    const character = line[end]!;
    const next = digits[character];
    const magnitude = magnitudes[character];
    if (next !== undefined) {
      if (next === 0) place = 1;
      digit = digit === null ? next : digit * 10 + next;
    } else if (magnitude === undefined) {
      break;
    } else if (magnitude < 10_000) {
      section += (digit ?? 1) * magnitude;
      [digit, place] = [null, magnitude / 10];
    } else {
      total = (total + section + (digit ?? (total + section === 0 ? 1 : 0))) * magnitude;
      [section, digit, place] = [0, null, magnitude / 10];
    }
  }
  const isPlain = total + section === 0;
  return { value: total + section + (digit ?? 0) * (isPlain ? 1 : place), end };
}

/** 1.1 × 10,000 is 11,000, not 11,000.000000000002. */
function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : value;
}
