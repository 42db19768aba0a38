/** The hours of a day and the days of a year as people type them. */
import type { OpenSpan } from '../model/service-hours.ts';
import { DAY_MS, formatDay } from '../model/shanghai-time.ts';

const SPAN = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/;
const SEPARATOR = /[,，、;；\s]+/;

/** [[540, 720], [780, 1080]] -> "09:00-12:00, 13:00-18:00". */
export function spansText(spans: readonly OpenSpan[]): string {
  return spans.map(([from, to]) => `${clockOf(from)}-${clockOf(to)}`).join(', ');
}

/** @returns null for what are no hours one after the other; none for an empty text, which is a closed day */
export function spansIn(text: string): OpenSpan[] | null {
  const spans: OpenSpan[] = [];
  const plain = text.replaceAll('：', ':').replace(/\s*[-–—~～至到]\s*/g, '-');
  for (const part of plain.split(SEPARATOR).filter((each) => each !== '')) {
    const match = SPAN.exec(part);
    if (!match) return null;
    const [from, to] = [minuteOf(match[1]!, match[2]!), minuteOf(match[3]!, match[4]!)];
    if (from === null || to === null || from >= to || from < (spans.at(-1)?.[1] ?? 0)) return null;
    spans.push([from, to]);
  }
  return spans.length > 4 ? null : spans;
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
