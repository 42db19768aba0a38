/** Time that counts: only while a shop is open. */
import type { OpenSpan, ServiceHours } from '../model/service-hours.ts';
import type { BuyerHours, HolidayYear } from './clock-schema.ts';
import { DAY_MS, dayOf, startOfDay, weekdayOf } from '../model/shanghai-time.ts';

const MINUTE_MS = 60_000;

/** From Monday. */
type Week = readonly (readonly OpenSpan[])[];

/** When time runs. */
export interface OpenTimes {
  week: Week;
  /** Of the days on which clocks abroad are put forward. */
  summer?: { week: Week; isOn: (day: number) => boolean };
  closedDays: ReadonlySet<number>;
  /** Open though their weekday has no hours, as on the first weekday that has some. */
  openDays: ReadonlySet<number>;
}

/** For what runs day and night. */
export const always: OpenTimes = {
  week: Array.from({ length: 7 }, () => [[0, 1440]]),
  closedDays: new Set(),
  openDays: new Set(),
};

const DAY_MINUTES = 1440;
const SHANGHAI_OFFSET_HOURS = 8;
/** From Monday. */
const SUNDAY = 6;

/** Hours that are kept elsewhere, as spans of Shanghai days: nine in the morning at UTC−8 is one in the night after. */
export function openTimesAbroad(hours: BuyerHours): OpenTimes {
  const { summer } = hours;
  return {
    week: weekAbroad(hours, hours.utcOffsetHours),
    ...(summer && { summer: { week: weekAbroad(hours, summer.utcOffsetHours), isOn: isBetween(summer) } }),
    closedDays: new Set(),
    openDays: new Set(),
  };
}

function weekAbroad({ from, to, weekdays }: BuyerHours, utcOffsetHours: number): Week {
  const laterMinutes = (SHANGHAI_OFFSET_HOURS - utcOffsetHours) * 60;
  const week: OpenSpan[][] = Array.from({ length: 7 }, () => []);
  for (const weekday of weekdays) {
    const [start, end] = [from + laterMinutes, to + laterMinutes];
    for (const day of [-1, 0, 1]) {
      const [begin, close] = [Math.max(start - day * DAY_MINUTES, 0), Math.min(end - day * DAY_MINUTES, DAY_MINUTES)];
      if (begin < close) week[(weekday + day + 7) % 7]!.push([begin, close]);
    }
  }
  return week.map((spans) => spans.toSorted(([a], [b]) => a - b));
}

/** Days after the one Sunday, up to the other. Clocks are put forward and back in the night, when nobody works. */
function isBetween({ from, until }: NonNullable<BuyerHours['summer']>): (day: number) => boolean {
  return (day) => {
    const year = new Date(day * DAY_MS).getUTCFullYear();
    return day > sundayOf(year, from) && day <= sundayOf(year, until);
  };
}

function sundayOf(year: number, { month, sunday }: { month: number; sunday: number }): number {
  const first = Date.UTC(year, month - 1, 1) / DAY_MS;
  return first + ((SUNDAY - weekdayOf(first) + 7) % 7) + (sunday - 1) * 7;
}

type DaysOff = Pick<HolidayYear, 'days' | 'workdays'>;

/** Who keeps the holidays works on the days that make up for them. What the shop says of a day counts before. */
export function openTimesOf(hours: ServiceHours, years: readonly DaysOff[]): OpenTimes {
  const kept = hours.keepsHolidays ? years : [];
  const closed = new Set([...kept.flatMap(({ days }) => days), ...hours.closedDays]);
  const open = new Set([...kept.flatMap(({ workdays }) => workdays), ...hours.openDays]);
  for (const day of hours.openDays) closed.delete(day);
  for (const day of closed) open.delete(day);
  return { week: hours.week, closedDays: closed, openDays: open };
}

/** The spans of a day as instants. */
function spansOn(day: number, times: OpenTimes): [from: number, to: number][] {
  const { closedDays, openDays, summer } = times;
  if (closedDays.has(day)) return [];
  const week = summer?.isOn(day) ? summer.week : times.week;
  const start = startOfDay(day);
  const usual = week[weekdayOf(day)]!;
  const spans = usual.length === 0 && openDays.has(day) ? week.find((each) => each.length > 0)! : usual;
  return spans.map(([from, to]) => [start + from * MINUTE_MS, start + to * MINUTE_MS]);
}

/**
 * When so much open time is over: never inside closed time. Of none at all, the first open moment.
 * @param openMs not negative
 */
export function afterOpenTime(startAt: number, openMs: number, times: OpenTimes): number {
  let left = openMs;
  for (let day = dayOf(startAt); ; day += 1) {
    for (const [from, to] of spansOn(day, times)) {
      const begin = Math.max(from, startAt);
      if (begin > to) continue;
      if (left <= to - begin) return begin + left;
      left -= to - begin;
    }
  }
}

/** How much open time lies between two moments. */
export function openTimeBetween(fromAt: number, toAt: number, times: OpenTimes): number {
  let sum = 0;
  for (let day = dayOf(fromAt); startOfDay(day) < toAt; day += 1) {
    for (const [from, to] of spansOn(day, times)) sum += Math.max(0, Math.min(to, toAt) - Math.max(from, fromAt));
  }
  return sum;
}

/** Whether it is open at that moment; the last of a span counts to it. */
export function isOpenAt(at: number, times: OpenTimes): boolean {
  const day = dayOf(at);
  return [...spansOn(day - 1, times), ...spansOn(day, times)].some(([from, to]) => from <= at && at <= to);
}
