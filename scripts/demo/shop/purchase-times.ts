/** When each buyer buys: an own rhythm per kind of buyer, pulled towards the two big promotions. */
import { DAY_MS, dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import type { Rhythm } from './demo-shop.ts';
import type { Random } from './random.ts';

const HOUR_MS = 3_600_000;

/** Shares of the buyers; most people buy once. */
export const rhythmShares: readonly (readonly [Rhythm, number])[] = [
  ['once', 68],
  ['occasional', 14],
  ['regular', 9],
  ['lost', 5],
  ['reactivated', 2],
  ['highValue', 2],
];

/** First and last day (month-day) of 618 and 11-11. */
const promotions: readonly (readonly [string, string])[] = [
  ['06-16', '06-18'],
  ['11-09', '11-11'],
];

/** Relative visits per Shanghai hour: a lunch hump and a long evening. */
const hourWeights: readonly number[] = [3, 1, 1, 1, 1, 1, 2, 3, 5, 7, 9, 9, 8, 8, 7, 7, 7, 7, 8, 10, 13, 14, 11, 6];
const hours = hourWeights.map((weight, hour) => [hour, weight] as const);

export interface Span {
  sinceMs: number;
  untilMs: number;
}

/** Instants (whole seconds, ascending, within the span) at which a buyer of this kind places orders; at least one. */
export function purchaseTimes(rhythm: Rhythm, span: Span, random: Random): number[] {
  const days = plans[rhythm]((span.untilMs - span.sinceMs) / DAY_MS, random);
  const times = days.map((day) => atShoppingHour(towardsPromotion(span.sinceMs + day * DAY_MS, random), span, random));
  return [...new Set(times)].toSorted((a, b) => a - b);
}

/** For each kind of buyer: the days of its purchases, counted from the start of the span of `length` days, fractional. */
const plans: Record<Rhythm, (length: number, random: Random) => number[]> = {
  once: (length, random) => [random.next() ** 0.8 * length],
  occasional: (length, random) =>
    upTo(length, random.next() * length * 0.9, random.int(2, 3), () => random.gamma(1.5, 75)),
  regular(length, random) {
    const gap = random.int(30, 60);
    return upTo(length, random.next() * length * 0.7, Infinity, () => random.gamma(5, gap));
  },
  lost(length, random) {
    const gap = random.int(25, 50);
    const stop = Math.max(length * 0.3, length - gap * (4 + random.next() * 4));
    return upTo(stop, random.next() * length * 0.2, Infinity, () => random.gamma(5, gap));
  },
  reactivated(length, random) {
    const gap = random.int(25, 45);
    const back = length - random.next() * 25;
    const pause = gap * (3.5 + random.next() * 2);
    return [...upTo(back - pause, random.next() * length * 0.2, Infinity, () => random.gamma(5, gap)), back];
  },
  highValue(length, random) {
    const gap = random.int(14, 26);
    return upTo(length, random.next() * length * 0.3, Infinity, () => random.gamma(6, gap));
  },
};

/** `start` and the days that follow it by gaps of at least one day, all before `end`, at most `most` of them. */
function upTo(end: number, start: number, most: number, gap: () => number): number[] {
  const days = [start];
  while (days.length < most) {
    const day = days.at(-1)! + Math.max(1, gap());
    if (day >= end) break;
    days.push(day);
  }
  return days;
}

/** Half of the purchases due around a promotion wait for it, or are brought forward to it. */
function towardsPromotion(atMs: number, random: Random): number {
  const year = formatDay(dayOf(atMs)).slice(0, 4);
  for (const [first, last] of promotions) {
    const firstDay = Date.parse(`${year}-${first}`) / DAY_MS;
    const lastDay = Date.parse(`${year}-${last}`) / DAY_MS;
    const day = dayOf(atMs);
    if (day >= firstDay - 16 && day <= lastDay + 14 && random.chance(0.5)) {
      return (
        atMs +
        (random.weighted([
          [firstDay, 1],
          [firstDay + 1, 1],
          [lastDay, 3],
        ]) -
          day) *
          DAY_MS
      );
    }
  }
  return atMs;
}

/** The same Shanghai day, at an hour and second of its own; moved back a day where that would lie after the end. */
function atShoppingHour(atMs: number, { sinceMs, untilMs }: Span, random: Random): number {
  const midnight = dayOf(atMs) * DAY_MS - 8 * HOUR_MS;
  const at = midnight + random.weighted(hours) * HOUR_MS + random.int(0, 3599) * 1000;
  const within = at >= untilMs ? at - DAY_MS : at;
  return Math.max(within, Math.ceil(sinceMs / 1000) * 1000);
}
