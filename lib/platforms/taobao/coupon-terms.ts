/** What a coupon gives and from when on, from every place of its row that says so; two that differ make neither certain. */
import { parseYuan, type Fen } from '../../model/money.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { amountsOf } from '../reading/amounts.ts';
import type { ListedRecord } from '../reading/listed-record.ts';
import { piecesOf, plain } from '../reading/named-values.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { agreed, amountsInText, NOTHING } from '../reading/record-values.ts';
import { FROM, PER_PERSON, TERMS, UNCONDITIONAL, UNLIMITED, type CouponField } from './coupon-words.ts';

type Coupon = ListedRecord<CouponField>;

interface Terms {
  faces: Fen[];
  thresholds: Fen[];
}

const fen = (text: string) => parsed('coupon terms', () => parseYuan(text));

/** @param lines of the row that have no name, without that of the coupon itself */
export function termsOf(record: Coupon, lines: readonly string[]): { faceValueFen: Fen; thresholdFen: Fen } {
  const named = [...record.textsOf('face'), ...record.textsOf('threshold')].flatMap((text) => text.split('\n'));
  const said = [...named, ...lines].map((line) => termsIn(plain(line)));
  const faces = said.flatMap((terms) => terms.faces);
  const thresholds = said.flatMap((terms) => terms.thresholds);
  for (const text of record.textsOf('face')) if (!hasTerms(text)) faces.push(...amountsInText(text, 'face value'));
  for (const text of record.textsOf('threshold'))
    if (!hasTerms(text)) thresholds.push(...amountsInText(text, 'threshold'));
  if (faces.length === 0) faces.push(...bareAmounts(lines));
  const faceValueFen = agreed(faces, 'face value');
  const thresholdFen = agreed(thresholds, 'threshold');
  if (faceValueFen === null || faceValueFen === 0) throw new ReadError('face value');
  if (thresholdFen === null) throw new ReadError('threshold');
  return { faceValueFen, thresholdFen };
}

function hasTerms(text: string): boolean {
  return text.split('\n').some((line) => {
    const { faces, thresholds } = termsIn(plain(line));
    return faces.length + thresholds.length > 0;
  });
}

/** @param line such as 满80减15, 满80元可用, 无门槛 */
export function termsIn(line: string): Terms {
  const both = TERMS.exec(line);
  if (both) return { thresholds: [fen(both[1]!)], faces: [fen(both[2]!)] };
  const from = FROM.exec(line);
  if (from) return { thresholds: [fen(from[1]!)], faces: [] };
  const free = UNCONDITIONAL.exec(line);
  return free ? { thresholds: [0], faces: free[1] === undefined ? [] : [fen(free[1])] } : { thresholds: [], faces: [] };
}

/** Large in the middle of a card: ￥15. */
function bareAmounts(lines: readonly string[]): Fen[] {
  return amountsOf(lines.map(plain))
    .filter(({ isBare, label }) => isBare && !/[价付收]/.test(label))
    .map((amount) => amount.fen);
}

/** How many one buyer may have; null for any number, or where the page does not say. */
export function personLimitOf(record: Coupon): number | null {
  const texts = record.textsOf('limit').map(plain);
  const limits = texts.map((text) => {
    if (UNLIMITED.test(text)) return null;
    const count = /^(?:每人)?(?:限领)?\s*(\d{1,4})\s*(?:张|次)?(?:\/人)?$/.exec(text)?.[1];
    if (count === undefined && !NOTHING.test(text)) throw new ReadError('limit per person');
    return count === undefined ? null : Number(count);
  });
  const elsewhere = record.others.map(plain).flatMap((line) => {
    const match = PER_PERSON.exec(line);
    return match ? [Number(match[1] ?? match[2])] : [];
  });
  return agreed([...limits, ...elsewhere], 'limit per person');
}

const TIME = /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?/g;

/**
 * From when until when it can be used. A day without a clock begins at 00:00:00 and ends at 23:59:59, as the platform's coupons
 * do. Null where the page says none, or counts from the day of the claim (领取后7天内有效).
 */
export function usageOf(record: Coupon): { startsAt: number | null; endsAt: number | null } {
  const timesOf = (field: 'usedFrom' | 'usedUntil') => record.textsOf(field).flatMap(timesIn);
  const dated = record.others.filter((line) => timesIn(line).length > 0);
  const used = record.textsOf('used');
  const texts = used.length > 0 ? used : [dated.join(' ')];
  const ranges = texts.map(timesIn).filter((times) => times.length > 0);
  if (ranges.some((times) => times.length !== 2)) throw new ReadError('time of use');
  const starts = [...timesOf('usedFrom'), ...ranges.map(([start]) => start!)].map((time) => timeOf(time, false));
  const ends = [...timesOf('usedUntil'), ...ranges.map(([, end]) => end!)].map((time) => timeOf(time, true));
  const [startsAt, endsAt] = [agreed(starts, 'time of use'), agreed(ends, 'time of use')];
  if (startsAt !== null && endsAt !== null && startsAt > endsAt) throw new ReadError('time of use');
  return { startsAt, endsAt };
}

function timesIn(text: string): string[] {
  return text.split('\n').map(plain).join(' ').match(TIME) ?? [];
}

function timeOf(text: string, isEnd: boolean): number {
  const [, year, month, day, clock] = /(\d{4})\D(\d{1,2})\D(\d{1,2})日?\s*([\d:]*)/.exec(text)!;
  const two = (part: string) => part.padStart(2, '0');
  const time = clock === '' ? (isEnd ? '23:59:59' : '00:00:00') : clock!.replace(/^\d(?=:)/, '0$&');
  return parsed('time of use', () => parsePlatformTime(`${year}-${two(month!)}-${two(day!)} ${time}`));
}

/** A number of coupons behind its name; null where there is none. */
export function countOf(record: Coupon, field: 'total' | 'claimed'): number | null {
  const counts = record.textsOf(field).flatMap((text) => {
    const piece = piecesOf(text.split('\n')[0]!).find((each) => /^\d[\d,]*\s*张?$/.test(each));
    return piece === undefined ? [] : [Number(piece.replace(/\D/g, ''))];
  });
  return agreed(counts, 'count');
}
