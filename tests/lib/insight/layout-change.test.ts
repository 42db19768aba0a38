import { describe, expect, test } from 'vitest';
import { layoutChanges, usualShares, type FieldDay } from '../../../lib/insight/layout-change.ts';
import type { FieldCounts } from '../../../lib/model/field-counts.ts';

const TODAY = 20_786;
/** The last of so many days is today. */
const daysOf = (...fields: FieldCounts[]): FieldDay[] =>
  fields.map((each, index) => ({ day: TODAY - fields.length + 1 + index, fields: each }));
const usual: FieldCounts = { read: [20, 20], amount: [20, 20], freight: [12, 20], sum: [13, 20] };
const weeks = (today: FieldCounts, count = 14) => daysOf(...Array.from({ length: count }, () => usual), today);

describe('a value that falls', () => {
  test('is named with its share, what is usual, and since when', () => {
    const today: FieldCounts = { ...usual, amount: [1, 20] };
    expect(layoutChanges(weeks(today), today)).toEqual([
      { field: 'amount', there: 1, of: 20, usual: 1, sinceDay: TODAY },
    ]);
  });

  test('counts from the first day on which it was as low', () => {
    const low: FieldCounts = { ...usual, amount: [0, 20] };
    const days = daysOf(...Array.from({ length: 10 }, () => usual), low, { read: [3, 3] }, low);
    expect(layoutChanges(days, low)[0]!.sinceDay).toBe(TODAY - 2);
  });

  test('is the canary, too: the columns have moved though each holds something', () => {
    const today: FieldCounts = { ...usual, sum: [0, 20] };
    expect(layoutChanges(weeks(today), today).map(({ field }) => field)).toEqual(['sum']);
  });

  test('is gone when the page that is open has it again', () => {
    const today: FieldCounts = { ...usual, amount: [20, 60] };
    expect(layoutChanges(weeks(today), { amount: [20, 20] })).toEqual([]);
  });
});

describe('no change is', () => {
  test.each<[string, FieldCounts]>([
    ['a day as usual', usual],
    ['a little less', { ...usual, freight: [9, 20] }],
    ['a page of few orders', { ...usual, amount: [1, 5] }],
    ['more than usual', { ...usual, freight: [20, 20] }],
    ['a value that no order could have', { read: [20, 20] }],
  ])('%s', (_, today) => {
    expect(layoutChanges(weeks(today), today)).toEqual([]);
  });

  test('anything before there is a usual', () => {
    const today: FieldCounts = { ...usual, amount: [0, 20] };
    expect(layoutChanges(weeks(today, 2), today)).toEqual([]);
    expect(layoutChanges([], today)).toEqual([]);
  });

  test('what a shop of binomial chance shows in a thousand days, but for a handful', () => {
    let state = 7;
    const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const day = (): FieldCounts => ({
      sum: [Array.from({ length: 20 }, chance).filter((each) => each < 0.6).length, 20],
    });
    const alarms = Array.from({ length: 1000 }, () => {
      const days = daysOf(...Array.from({ length: 15 }, day));
      return layoutChanges(days, days.at(-1)!.fields).length;
    });
    expect(alarms.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(5);
  });
});

test('a page of only rejects says so at once, on the first day already', () => {
  const today: FieldCounts = { read: [0, 20] };
  expect(layoutChanges(daysOf(today), today)).toEqual([
    { field: 'read', there: 0, of: 20, usual: null, sinceDay: TODAY },
  ]);
});

test('a broken week does not become the usual', () => {
  const low: FieldCounts = { ...usual, amount: [0, 20] };
  const days = daysOf(...Array.from({ length: 12 }, () => usual), ...Array.from({ length: 8 }, () => low));
  expect(usualShares(days, TODAY).get('amount')).toBe(1);
  expect(layoutChanges(days, low)[0]).toMatchObject({ field: 'amount', sinceDay: TODAY - 7 });
});
