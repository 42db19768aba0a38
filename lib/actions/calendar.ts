/** Which festivals and sales fall into a range of days. */
import type { Occasion } from '../model/occasion.ts';
import { DAY_MS, dayOf, formatDay, startOfDay } from '../model/shanghai-time.ts';
import type { CalendarEntry, DayRule } from './calendar-schema.ts';

/**
 * By the day on which they begin.
 * @param fromDay Shanghai day number; what began before it and is not over belongs to the range
 * @param toDay included
 */
export function occasionsBetween(entries: readonly CalendarEntry[], fromDay: number, toDay: number): Occasion[] {
  // A span may begin in the year before the day it is named after.
  const years = range(yearOf(fromDay) - 1, yearOf(toDay) + 1);
  return entries
    .flatMap((entry) => years.flatMap((year) => daysIn(entry.day, year).map((day) => occasionOf(entry, day))))
    .filter(({ startAt, endAt }) => dayOf(startAt) <= toDay && endAt > startOfDay(fromDay))
    .toSorted((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1));
}

/** The last day of which every table of the calendar knows. */
export function lastKnownDay(entries: readonly CalendarEntry[]): number {
  const lasts = entries.flatMap(({ day }) => (day.by === 'table' ? [dayNumber(day.days.at(-1)!)] : []));
  return Math.min(...lasts.map((day) => dayNumber(`${yearOf(day)}-12-31`)));
}

function occasionOf({ id, kind, label, daysBefore, daysAfter, certainty }: CalendarEntry, day: number): Occasion {
  return {
    id: `${id}-${formatDay(day)}`,
    kind,
    label,
    startAt: startOfDay(day - daysBefore),
    endAt: startOfDay(day + daysAfter + 1),
    certainty,
  };
}

/** @returns none in a year that has no such day, such as 02-29, or that no table knows */
function daysIn(rule: DayRule, year: number): number[] {
  if (rule.by === 'date') return [dayNumber(`${year}-${rule.monthDay}`)];
  if (rule.by === 'table') return rule.days.filter((date) => date.startsWith(`${year}-`)).map(dayNumber);
  const first = dayNumber(`${year}-${String(rule.month).padStart(2, '0')}-01`);
  return [first + ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.which - 1)];
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7;
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
