/** The hours of a day and the days of a year as people type them. */
import type { OpenSpan } from '../model/service-hours.ts';
import { DAY_MS, formatDay } from '../model/shanghai-time.ts';

const SPAN = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;
const DAY_MINUTES = 1440;
const MAX_SPANS = 4;
/** Longer over midnight than from eight to two, it is taken for a slip. */
const LONGEST_NIGHT = 18 * 60;
const SEPARATOR = /[,，、;；\s]+/;

/** Each weekday of a week: hours that go on after midnight stand with the day on which they begin, as "18:00-02:00". */
export function weekText(week: readonly (readonly OpenSpan[])[]): string[] {
  const goesOn = week.map((spans, day) => {
    const [from, to] = spans.at(-1) ?? [0, 0];
    const [begin, end] = week[(day + 1) % week.length]![0] ?? [1, 0];
    return to === DAY_MINUTES && begin === 0 && isNight(from, end) ? end : null;
  });
  return week.map((spans, day) => {
    const [end, before] = [goesOn[day] ?? null, goesOn.at(day - 1) ?? null];
    const own = before === null ? spans : spans.slice(1);
    return spansText(end === null ? own : own.map(([from, to]) => [from, to === DAY_MINUTES ? end : to]));
  });
}

/** @returns for each day null for what are no hours; what goes on after midnight are hours of the next day */
export function weekIn(texts: readonly string[]): (OpenSpan[] | null)[] {
  const typed = texts.map(spansIn);
  return typed.map((spans, day) => {
    const [from, to] = typed.at(day - 1)?.at(-1) ?? [0, 0];
    const after: OpenSpan[] = from > to && to > 0 ? [[0, to]] : [];
    const own = spans?.map(([begin, end]): OpenSpan => [begin, begin > end ? DAY_MINUTES : end]);
    if (!own || own.length + after.length > MAX_SPANS || (own[0]?.[0] ?? DAY_MINUTES) < (after[0]?.[1] ?? 0))
      return null;
    return [...after, ...own];
  });
}

/** [[540, 720], [780, 1080]] -> "09:00-12:00, 13:00-18:00". */
function spansText(spans: readonly OpenSpan[]): string {
  return spans.map(([from, to]) => `${clockOf(from)}-${clockOf(to)}`).join(', ');
}

/**
 * Of one day; the last may end before it begins, on the day after.
 * @returns null for what are no hours one after the other; none for an empty text, which is a closed day
 */
function spansIn(text: string): OpenSpan[] | null {
  const spans: OpenSpan[] = [];
  const plain = text.replaceAll('：', ':').replace(/\s*[-–—~～至到]\s*/g, '-');
  const parts = plain.split(SEPARATOR).filter((each) => each !== '');
  for (const [index, part] of parts.entries()) {
    const match = SPAN.exec(part);
    if (!match) return null;
    const [from, to] = [minuteOf(match[1]!, match[2]!), minuteOf(match[3]!, match[4]!)];
    if (from === null || to === null || from < (spans.at(-1)?.[1] ?? 0)) return null;
    if (from >= to && (!isNight(from, to) || index < parts.length - 1)) return null;
    spans.push([from, to]);
  }
  return spans.length > MAX_SPANS ? null : spans;
}

function isNight(from: number, end: number): boolean {
  return end < from && end + DAY_MINUTES - from <= LONGEST_NIGHT;
}

/** Shanghai days -> "2026-10-01, 2026-10-02". */
export function daysText(days: readonly number[]): string {
  return days.map(formatDay).join(', ');
}

/** @returns ascending, each once; null for what are no days */
export function daysIn(text: string): number[] | null {
  const days = text
    .split(SEPARATOR)
    .filter((part) => part !== '')
    .map((part) => (/^\d{4}-\d{2}-\d{2}$/.test(part) ? Date.parse(part) / DAY_MS : NaN));
  if (days.some((day) => Number.isNaN(day)) || days.length > 100) return null;
  return [...new Set(days)].toSorted((a, b) => a - b);
}

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function minuteOf(hour: string, minute: string): number | null {
  const sum = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && sum <= 1440 ? sum : null;
}
