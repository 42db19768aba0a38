/** Times as people promise them ("今天下班前", "24小时内"), reckoned from a given now on the Shanghai clock. */
import { DAY_MS, dayOf, startOfDay, weekdayOf } from '../model/shanghai-time.ts';

/** A time in a text, and when it is over. */
export interface DueTime {
  start: number;
  end: number;
  /** Epoch ms. */
  dueAt: number;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** When 下班 is. */
const CLOSING_HOUR = 18;

const NUMBER = '\\d{1,3}|[一二两三四五六七八九十]{1,3}';
const DAY = '今天|今日|当天|今晚|明天|明日|明早|明晚|后天|大后天';
const PART = '凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里';
const WEEKDAY = '(?:周|星期|礼拜)([一二三四五六日天])';
const UNTIL = '(?:之前|以前|前|之内|以内|内)?';

/** The hour at which a part of the day is over. */
const partEnds: Readonly<Record<string, number>> = {
  凌晨: 6,
  早上: 10,
  早晨: 10,
  上午: 12,
  中午: 13,
  下午: 18,
  傍晚: 19,
  晚上: 24,
  夜里: 24,
};
const daysAhead: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  当天: 0,
  今晚: 0,
  明天: 1,
  明日: 1,
  明早: 1,
  明晚: 1,
  后天: 2,
  大后天: 3,
};

type Reckon = (match: RegExpExecArray, now: number) => number | null;
const at = (day: number, hour: number, minute = 0) => startOfDay(day) + hour * HOUR_MS + minute * MINUTE_MS;

/** Each way of saying it; of those that fit at one place the longest counts. */
const forms: readonly [RegExp, Reckon][] = [
  [/半个?(?:小时|钟头)(?:之内|以内|内)/g, (_, now) => now + HOUR_MS / 2],
  [
    new RegExp(`(${NUMBER})个半(?:小时|钟头)(?:之内|以内|内)`, 'g'),
    ([, count], now) => now + (numberOf(count!) + 0.5) * HOUR_MS,
  ],
  [
    new RegExp(`(${NUMBER}) ?(分钟|个?小时|个?钟头|h|天|日|个?工作日)(?:之内|以内|内)`, 'gi'),
    ([, count, unit], now) => afterUnits(numberOf(count!), unit!.toLowerCase(), now),
  ],
  [
    new RegExp(`(${DAY})?(${PART})?(${NUMBER})(?:[点时]|[:：](?=\\d))(半|一刻|\\d{1,2}分?)?${UNTIL}`, 'g'),
    ([, day, part, hour, minute], now) => atClock(day, part, numberOf(hour!), minute, now),
  ],
  [
    new RegExp(`(${DAY})?下班${UNTIL}`, 'g'),
    ([, day = '今天'], now) => notPast(at(dayIn(day, now), CLOSING_HOUR), now),
  ],
  [
    new RegExp(`(${DAY})(${PART})?${UNTIL}`, 'g'),
    ([, day, part], now) => at(dayIn(day!, now), part ? partEnds[part]! : day === '明早' ? 10 : 24),
  ],
  [
    new RegExp(`(下下?)?(?:个)?${WEEKDAY}${UNTIL}`, 'g'),
    ([, weeks = '', weekday], now) => at(dayOfWeek(weekday!, weeks.length, now), 24),
  ],
  [/(?:本|这)(?:周|星期)(?:之内|以内|内|末)/g, (_, now) => at(dayOfWeek('日', 0, now), 24)],
  [/月底(?:之前|以前|前)?/g, (_, now) => at(lastOfMonth(now), 24)],
  [/(\d{1,2})月(\d{1,2})[日号](?:之前|以前|前|之内|内)?/g, ([, month, day], now) => onDate(+month!, +day!, now)],
];

/** The times in a text, in order; those that lie inside a longer one are left out. */
export function dueTimesIn(text: string, now: number): DueTime[] {
  const all = forms.flatMap(([pattern, reckon]) =>
    [...text.matchAll(pattern)].flatMap((match): DueTime[] => {
      const dueAt = reckon(match, now);
      return dueAt === null ? [] : [{ start: match.index, end: match.index + match[0].length, dueAt }];
    }),
  );
  const longestFirst = all.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: DueTime[] = [];
  for (const time of longestFirst) {
    if (!kept.some((other) => time.start < other.end && other.start < time.end)) kept.push(time);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

function afterUnits(count: number, unit: string, now: number): number {
  if (unit === '分钟') return now + count * MINUTE_MS;
  if (unit.endsWith('工作日')) return at(workdaysLater(count, now), CLOSING_HOUR);
  return now + count * (unit === '天' || unit === '日' ? DAY_MS : HOUR_MS);
}

/** "今天18点", "明天中午12点半": an afternoon is meant where it says so, or where the morning is over. */
function atClock(
  day: string | undefined,
  part: string | undefined,
  hour: number,
  minute: string | undefined,
  now: number,
) {
  if (hour > 24) return null;
  const isLate = part !== undefined ? /下午|傍晚|晚上|夜里/.test(part) : day === '今晚' || day === '明晚';
  const isNoon = part === '中午' && hour < 11;
  const minutes = minute === undefined ? 0 : minute === '半' ? 30 : minute === '一刻' ? 15 : parseInt(minute, 10);
  const clock = (isLate || isNoon) && hour < 12 ? hour + 12 : hour;
  const due = at(dayIn(day ?? '今天', now), clock, minutes);
  const isUnsaid = part === undefined && hour < 12 && due <= now && (day === undefined || daysAhead[day] === 0);
  return notPast(isUnsaid ? due + 12 * HOUR_MS : due, now, day === undefined);
}

/** A time of today that is over: of tomorrow where no day was said, else the end of the day. */
function notPast(due: number, now: number, isDayOpen = false): number {
  if (due > now) return due;
  return isDayOpen ? due + DAY_MS : at(dayOf(now), 24);
}

const dayIn = (word: string, now: number) => dayOf(now) + daysAhead[word]!;

/** The next such weekday, today included; with 下 that of the next week. */
function dayOfWeek(weekday: string, weeksAhead: number, now: number): number {
  const today = dayOf(now);
  const wanted = '一二三四五六日'.indexOf(weekday === '天' ? '日' : weekday);
  const inThisWeek = today - weekdayOf(today) + wanted;
  if (weeksAhead > 0) return inThisWeek + 7 * weeksAhead;
  return inThisWeek >= today ? inThisWeek : inThisWeek + 7;
}

/** Saturdays and Sundays do not count; public holidays are not known. */
function workdaysLater(count: number, now: number): number {
  let day = dayOf(now);
  for (let left = count; left > 0;) {
    day += 1;
    if (weekdayOf(day) < 5) left -= 1;
  }
  return day;
}

function lastOfMonth(now: number): number {
  const today = new Date(dayOf(now) * DAY_MS);
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0) / DAY_MS;
}

/** This year's, or next year's when it is over; null for a date that is none. */
function onDate(month: number, date: number, now: number): number | null {
  const year = new Date(dayOf(now) * DAY_MS).getUTCFullYear();
  const inYear = (which: number) => Date.UTC(which, month - 1, date) / DAY_MS;
  if (new Date(inYear(year) * DAY_MS).getUTCMonth() !== month - 1) return null;
  const day = inYear(year);
  return at(day >= dayOf(now) ? day : inYear(year + 1), 24);
}

/** "24", "二十四", "两" -> 24, 24, 2. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (letter: string) => (letter === '两' ? 2 : '一二三四五六七八九'.indexOf(letter) + 1);
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text];
  return (tens === null ? 0 : (tens === '' ? 1 : digit(tens)) * 10) + (ones ? digit(ones) : 0);
}
