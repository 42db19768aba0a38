/**
 * Time as the platforms write it. China has one zone (UTC+8) and no daylight saving, so a Shanghai
 * day is plain arithmetic. Instants are epoch milliseconds (`…At`), days are counted from 1970-01-01
 * in Shanghai (`…Day`).
 */
const OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;

const PLATFORM_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?$/;

/**
 * "2026-08-06 01:22:42" (Shanghai wall clock) -> epoch ms.
 * @throws RangeError when the text is no such time, or names one that does not exist (02-30, 24:10).
 */
export function parsePlatformTime(text: string): number {
  const match = PLATFORM_TIME.exec(text.trim());
  if (!match) {
    throw new RangeError(`expected a time such as 2026-08-06 01:22:42, found ${JSON.stringify(text.slice(0, 40))}`);
  }
  const [, day, minute, second = ':00'] = match;
  const iso = `${day}T${minute}${second}.000Z`;
  const utc = Date.parse(iso);
  // An engine may roll 02-30 over to March: what exists is written back as it was read.
  if (Number.isNaN(utc) || new Date(utc).toISOString() !== iso) throw new RangeError(`no such time: ${text.trim()}`);
  return utc - OFFSET_MS;
}

/** Epoch ms -> number of the Shanghai day it falls on. */
export function dayOf(atMs: number): number {
  return Math.floor((atMs + OFFSET_MS) / DAY_MS);
}

/** Number of a Shanghai day -> epoch ms of its first moment. */
export function startOfDay(day: number): number {
  return day * DAY_MS - OFFSET_MS;
}

/** 0 for Monday: day 0 (1970-01-01) was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Hour 0..23 of the Shanghai wall clock. */
export function hourOf(atMs: number): number {
  return Math.floor((atMs + OFFSET_MS) / 3_600_000) % 24;
}

/** Epoch ms -> "2026-08-06T01:22:42+08:00". */
export function toShanghaiIso(atMs: number): string {
  return `${new Date(atMs + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** Day number -> "2026-08-06". */
export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Epoch ms -> "2026-08-06 01:22" on the Shanghai clock. */
export function formatMinute(atMs: number): string {
  return toShanghaiIso(atMs).slice(0, 16).replace('T', ' ');
}
