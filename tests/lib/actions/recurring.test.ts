import { expect, test } from 'vitest';
import { occurrencesOf } from '../../../lib/actions/recurring.ts';
import { shopMomentSchema, type ShopMoment } from '../../../lib/model/practice-event.ts';
import { dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const memberDay = (changes: Partial<ShopMoment> = {}) =>
  shopMomentSchema.parse({
    momentId: 'one',
    kind: 'memberDay',
    name: '会员日',
    startAt: at('2026-01-31T20:00'),
    endAt: at('2026-02-01T00:00'),
    ...changes,
  });
const days = (moment: ShopMoment, from: string, to: string) =>
  occurrencesOf(moment, dayOf(at(`${from}T12:00`)), dayOf(at(`${to}T12:00`))).map(({ startAt }) =>
    formatDay(dayOf(startAt)),
  );

test('a moment that does not come again is there once', () => {
  expect(days(memberDay(), '2026-01-01', '2027-01-01')).toEqual(['2026-01-31']);
  expect(days(memberDay(), '2026-02-01', '2027-01-01')).toEqual([]);
});

test('every month: on the last day where a month has no such day, and on its own day again after that', () => {
  const monthly = memberDay({ repeats: 'monthly' });
  expect(days(monthly, '2026-01-01', '2026-05-31')).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
  ]);
  expect(days(monthly, '2028-02-01', '2028-02-29')).toEqual(['2028-02-29']);
  const [first] = occurrencesOf(monthly, dayOf(at('2026-04-01T12:00')), dayOf(at('2026-04-30T12:00')));
  expect(first).toEqual({ startAt: at('2026-04-30T20:00'), endAt: at('2026-05-01T00:00') });
});

test('every week, over the turn of a year', () => {
  const weekly = memberDay({ repeats: 'weekly' });
  expect(days(weekly, '2026-12-25', '2027-01-10')).toEqual(['2026-12-26', '2027-01-02', '2027-01-09']);
});

test('one that began before the range and is not over belongs to it', () => {
  const long = memberDay({ repeats: 'monthly', endAt: at('2026-02-03T00:00') });
  expect(days(long, '2026-03-02', '2026-03-05')).toEqual(['2026-02-28']);
});
