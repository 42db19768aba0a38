import { describe, expect, test } from 'vitest';
import { DAY_MS, formatDay, weekdayOf } from '../../../lib/model/shanghai-time.ts';
import { holidayYears } from '../../../lib/rules/clocks.ts';
import { sceneRules } from '../../../lib/rules/replies.ts';
import { reasonGroups, workOrderSteps } from '../../../lib/rules/service.ts';

const labels = reasonGroups.flatMap((group) => group.labels);

describe('the reason labels', () => {
  test('are told apart by their ids and by their words, in both languages', () => {
    for (const wordOf of [
      ({ id }: (typeof labels)[number]) => id,
      ({ label }: (typeof labels)[number]) => label.zh,
      ({ label }: (typeof labels)[number]) => label.en,
    ])
      expect(new Set(labels.map(wordOf)).size).toBe(labels.length);
  });

  test('are of the three kinds that the months are counted by, and those of live shows and of sales abroad', () => {
    expect(reasonGroups.map(({ id }) => id)).toEqual(['product', 'logistics', 'service', 'live', 'crossBorder']);
  });

  test('begin with scenes that there are, each scene with one label', () => {
    const scenes = labels.flatMap(({ sceneIds }) => sceneIds);
    const known = new Set(sceneRules.scenes.map(({ id }) => id));
    expect(scenes.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(scenes).size).toBe(scenes.length);
  });
});

test('the steps are told apart; some stop the clock of the reply and some the one of acting', () => {
  expect(new Set(workOrderSteps.map(({ id }) => id)).size).toBe(workOrderSteps.length);
  expect(new Set(workOrderSteps.map(({ what }) => what))).toEqual(new Set(['answer', 'dispatch', 'refund', 'act']));
});

describe('the holidays', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const lunarOf = (day: number) => lunar.format(new Date(day * DAY_MS)).replace(/bis/, '');
  const yearOf = (year: number) => holidayYears.find((each) => each.year === year)!;
  const days = (year: number) => yearOf(year).days;

  test.each([2026, 2027])('of %i hold the festivals of the moon', (year) => {
    const moons = days(year).map(lunarOf);
    // The new moon of February 2027 is four minutes before midnight: there the reckoning of Intl is a day late.
    for (const festival of ['1/1', '1/2', '5/5', '8/15']) expect(moons).toContain(festival);
  });

  test.each([2026, 2027])('of %i hold those of the sun, each day once', (year) => {
    for (const day of ['01-01', '04-05', '05-01', '05-02', '10-01', '10-02', '10-03'])
      expect(days(year).map(formatDay)).toContain(`${year}-${day}`);
    expect(new Set(days(year)).size).toBe(days(year).length);
  });

  test('of 2026 are those of the notice of the State Council’s office, with the days that are worked for them', () => {
    const spans = [
      ['2026-01-01', 3],
      ['2026-02-15', 9],
      ['2026-04-04', 3],
      ['2026-05-01', 5],
      ['2026-06-19', 3],
      ['2026-09-25', 3],
      ['2026-10-01', 7],
    ] as const;
    const told = spans.flatMap(([from, length]) =>
      Array.from({ length }, (_, index) => formatDay(Date.parse(from) / DAY_MS + index)),
    );
    expect(days(2026).map(formatDay)).toEqual(told);
    expect(yearOf(2026).workdays.map(formatDay)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(yearOf(2026)).toMatchObject({ isAnnounced: true, source: expect.stringContaining('2025-11-04') });
  });

  test.each(holidayYears)('of $year fall into it; what is worked for them is a weekend and no holiday', (year) => {
    for (const day of [...year.days, ...year.workdays]) expect(formatDay(day)).toMatch(new RegExp(`^${year.year}-`));
    for (const day of year.workdays) {
      expect(weekdayOf(day)).toBeGreaterThanOrEqual(5);
      expect(year.days).not.toContain(day);
    }
  });

  test('that the government has not announced are the thirteen days of the law, and nothing is moved', () => {
    for (const { days: off, workdays } of holidayYears.filter((year) => !year.isAnnounced))
      expect([off.length, workdays]).toEqual([13, []]);
    expect(yearOf(2027).isAnnounced).toBe(false);
  });
});
