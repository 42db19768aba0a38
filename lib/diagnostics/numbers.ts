/** Amounts and times in place of others, such that what a reader checks of them still holds. */
import type { Secret } from './secret.ts';

const AMOUNT = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$/;

/** "1,234.50", not "1,23.4": one amount, well written. */
export function isAmount(text: string): boolean {
  return AMOUNT.test(text);
}

/** "1,164.80" times 11 -> "12,812.80": the same sums add up, the ratios stay. @param text an amount */
export function scaled(text: string, { factor }: Secret): string {
  const [, fraction = ''] = text.split('.');
  const digits = (BigInt(text.replace(/\D/g, '')) * BigInt(factor)).toString().padStart(fraction.length + 1, '0');
  const whole = digits.slice(0, digits.length - fraction.length);
  const grouped = text.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === '' ? grouped : `${grouped}.${digits.slice(-fraction.length)}`;
}

const DAY_MS = 86_400_000;
const TIME = /^(?:(\d{4})(\D)(\d{1,2})(\D)(\d{1,2})(日?))?([ T]*)(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * "2026-08-06 01:22:42" some months earlier, in the same form; a time that does not exist stays one that does not.
 * @param text a date, a time of day, or both
 */
export function shifted(text: string, { shiftDays, shiftSeconds }: Secret): string {
  const match = TIME.exec(text);
  if (!match) return text.replace(/\d/g, '9');
  const [, year, dash, month, second, day, end, gap, hour, minute, sec] = match;
  const date = year === undefined ? Date.UTC(2000, 5, 15) : Date.UTC(Number(year), Number(month) - 1, Number(day));
  const clockMs = hour === undefined ? 0 : (Number(hour) * 3600 + Number(minute) * 60 + Number(sec ?? 0)) * 1000;
  const exists =
    new Date(date).getUTCDate() === Number(day ?? 15) &&
    Number(hour ?? 0) < 24 &&
    Number(minute ?? 0) < 60 &&
    Number(sec ?? 0) < 60;
  if (!exists) return text.replace(/\d/g, '9');
  const at = new Date(date + shiftDays * DAY_MS + (hour === undefined ? 0 : clockMs - shiftSeconds * 1000));
  const two = (value: number, like: string) => String(value).padStart(like.length, '0');
  const days =
    year === undefined
      ? ''
      : `${at.getUTCFullYear()}${dash}${two(at.getUTCMonth() + 1, month!)}${second}${two(at.getUTCDate(), day!)}${end}`;
  if (hour === undefined) return days + gap;
  const clock = [two(at.getUTCHours(), hour), two(at.getUTCMinutes(), minute!)];
  if (sec !== undefined) clock.push(two(at.getUTCSeconds(), sec));
  return `${days}${gap}${clock.join(':')}`;
}

/** Epoch ms, as JSON writes it, moved like every other time. */
export function shiftedInstant(text: string, { shiftDays, shiftSeconds }: Secret): string {
  return String(Number(text) + shiftDays * DAY_MS - shiftSeconds * 1000);
}
