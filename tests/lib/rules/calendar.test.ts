import { describe, expect, test } from 'vitest';
import { lastKnownDay, occasionsBetween, weekdayOf } from '../../../lib/actions/calendar.ts';
import { DAY_MS, dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import { calendar } from '../../../lib/rules/calendar.ts';
import { newMoonsBetween } from '../../support/new-moon.ts';

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const between = (from: string, to: string) => occasionsBetween(calendar, dayNumber(from), dayNumber(to));
const all = between('2026-01-01', '2035-12-31');
/** The day that an entry is named after, not the first of its days. */
const dayIn = (id: string, year: number) => {
  const { daysBefore } = calendar.find((entry) => entry.id === id)!;
  const occasion = all.find((one) => one.id.startsWith(`${id}-${year}`))!;
  return dayOf(occasion.startAt) + daysBefore;
};
const dateIn = (id: string, year: number) => formatDay(dayIn(id, year));
const years = Array.from({ length: 10 }, (_, index) => 2026 + index);

/** Day of the lunar month and its number. */
const lunar = {
  springFestival: [1, 1],
  lantern: [1, 15],
  dragonBoat: [5, 5],
  qixi: [7, 7],
  midAutumn: [8, 15],
  chongyang: [9, 9],
};
const lunarDays = Object.entries(lunar).flatMap(([id, [month, day]]) =>
  years.map((year) => [id, year, month!, day!] as const),
);

describe('festivals by the moon', () => {
  const newMoonDays = new Set(newMoonsBetween(Date.UTC(2025, 11, 1), Date.UTC(2036, 0, 1)).map(dayOf));

  test.each(lunarDays)(
    '%s of %i stands as many days after a new moon in Beijing as its day says',
    (id, year, _, day) => {
      expect(newMoonDays.has(dayIn(id, year) - (day - 1))).toBe(true);
    },
  );

  // The calendars of browsers err by a day where the moon is new within minutes of midnight, so 2027 and 2030.
  test.each(lunarDays)('%s of %i falls into the month of its name', (id, year, month, day) => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
    const told = [-1, 0, 1].map((off) => {
      const parts = format.formatToParts((dayIn(id, year) + off) * DAY_MS);
      return ['month', 'day'].map((type) => parts.find((part) => part.type === type)!.value).join('/');
    });
    expect(told).toContain(`${month}/${day}`);
  });

  test.each([
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-03'],
    [2033, '2033-01-31'],
    [2035, '2035-02-08'],
  ])('the Spring Festival of %i is on %s, and its eve the day before', (year, date) => {
    expect(dateIn('springFestival', year)).toBe(date);
    expect(dayIn('newYearEve', year)).toBe(dayNumber(date) - 1);
    expect(dayIn('lantern', year)).toBe(dayNumber(date) + 14);
  });
});

test.each([
  ['mothersDay', 2026, '2026-05-10'],
  ['mothersDay', 2027, '2027-05-09'],
  ['fathersDay', 2026, '2026-06-21'],
  ['fathersDay', 2028, '2028-06-18'],
  ['thanksgiving', 2026, '2026-11-26'],
  ['thanksgiving', 2029, '2029-11-22'],
  ['midAutumn', 2031, '2031-10-01'],
  ['doubleEleven', 2030, '2030-11-11'],
])('%s of %i is on %s', (id, year, date) => {
  expect(dateIn(id, year)).toBe(date);
});

test('Eid al-Fitr comes about eleven days earlier each year, as the calendar of Mecca counts, give or take a day', () => {
  const { day } = calendar.find(({ id }) => id === 'eidAlFitr')!;
  if (day.by !== 'table') throw new Error('expected a table');
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  for (const date of day.days) {
    const near = [-1, 0, 1].map((off) => format.format((dayNumber(date) + off) * DAY_MS));
    expect(near).toContain('10/1');
  }
  const gaps = day.days.slice(1).map((date, index) => dayNumber(date) - dayNumber(day.days[index]!));
  expect(gaps.every((days) => days === 354 || days === 355)).toBe(true);
  expect(calendar.find(({ id }) => id === 'eidAlFitr')!.certainty).toBe('movable');
});

test('every year until 2035 has every entry, and nothing is told of the time after', () => {
  for (const { id } of calendar) for (const year of years) expect(dateIn(id, year)).toContain(String(year));
  expect(formatDay(lastKnownDay(calendar))).toBe('2035-12-31');
});

test('a span belongs to every day of it, also over the turn of a year', () => {
  expect(between('2026-06-05', '2026-06-05').map(({ id }) => id)).toContain('midYearSale-2026-06-18');
  expect(between('2027-12-31', '2027-12-31').map(({ id }) => id)).toContain('newYearGoods-2028-01-18');
  expect(between('2026-06-21', '2026-06-21').map(({ id }) => id)).not.toContain('midYearSale-2026-06-18');
});

test('weekdays count from Sunday', () => {
  expect(weekdayOf(dayNumber('2026-11-29'))).toBe(0);
  expect(weekdayOf(dayNumber('2026-11-28'))).toBe(6);
});

test('entries have ids and names of their own, in both languages', () => {
  for (const of of [
    (entry: (typeof calendar)[number]) => entry.id,
    (entry: (typeof calendar)[number]) => entry.label.zh,
  ])
    expect(new Set(calendar.map(of)).size).toBe(calendar.length);
});
