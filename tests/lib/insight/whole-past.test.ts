import { describe, expect, test } from 'vitest';
import { wholePastOf, type SeenPast } from '../../../lib/insight/whole-past.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';

const day = (text: string) => dayOf(Date.parse(`${text}T12:00:00+08:00`));
const today = day('2026-08-06');
/** Everything since the summer of 2023. */
const all: SeenPast = {
  coverage: { startDay: day('2023-07-01'), share: 1 },
  asOfDay: today,
  maskedOrders: 0,
  keptFromDay: day('2023-08-07'),
};
const bought = ['2024-08-06', '2025-01-31', '2026-08-05'].map(day);

describe('how often somebody bought in all', () => {
  test('is known where everything was seen, from a year before the first time on', () =>
    expect(wholePastOf(bought, all, today)).toEqual({ purchaseCount: 3, years: 2 }));

  test.each<[string, Partial<SeenPast>]>([
    ['a day is missing', { coverage: { startDay: day('2023-07-01'), share: 0.999 } }],
    ['nothing was seen', { coverage: { startDay: null, share: 0 } }],
    ['somebody is only a mask', { maskedOrders: 1 }],
    ['the list was looked at yesterday for the last time', { asOfDay: today - 1 }],
    ['the shop was seen for less than a year before', { coverage: { startDay: day('2023-08-08'), share: 1 } }],
    ['older orders were deleted', { keptFromDay: day('2023-08-08') }],
  ])('is not known where %s', (_, changes) => expect(wholePastOf(bought, { ...all, ...changes }, today)).toBeNull());

  test('is not known of who never bought', () => expect(wholePastOf([], all, today)).toBeNull());
});

test.each([
  ['2025-08-06', 1],
  ['2025-08-07', 0],
  ['2026-08-06', 0],
])('from %s to 2026-08-06 it is %i full years', (first, years) =>
  expect(wholePastOf([day(first)], all, today)!.years).toBe(years),
);

test('a first purchase on February 29 has its year full on March 1', () => {
  const years = (text: string) =>
    wholePastOf(
      [day('2024-02-29')],
      { ...all, coverage: { startDay: 1, share: 1 }, keptFromDay: 1, asOfDay: day(text) },
      day(text),
    )!.years;
  expect(['2025-02-28', '2025-03-01', '2028-02-28', '2028-02-29'].map(years)).toEqual([0, 1, 3, 4]);
});
