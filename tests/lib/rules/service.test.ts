import { describe, expect, test } from 'vitest';
import { DAY_MS, formatDay } from '../../../lib/model/shanghai-time.ts';
import { holidays } from '../../../lib/rules/clocks.ts';
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
  const days = (year: number) => holidays.filter((day) => formatDay(day).startsWith(String(year)));

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
});
