import { describe, expect, test } from 'vitest';
import { serviceHoursSchema } from '../../../lib/model/service-hours.ts';
import { DAY_MS, dayOf } from '../../../lib/model/shanghai-time.ts';
import { afterOpenTime, always, isOpenAt, openTimeBetween, openTimesOf } from '../../../lib/service/open-time.ts';
import fc from '../../support/fast-check.ts';

const at = (text: string) => Date.parse(`2026-08-${text}:00+08:00`);
const HOUR = 3_600_000;
/** A Thursday. */
const THURSDAY = dayOf(at('06T10:00'));

const office = serviceHoursSchema.parse({
  week: [
    ...Array.from({ length: 5 }, () => [
      [540, 720],
      [780, 1080],
    ]),
    [],
    [],
  ],
  keepsHolidays: true,
  closedDays: [],
  openDays: [],
  isCrossBorder: false,
});
const off = (...days: number[]) => [{ days, workdays: [] }];
const times = openTimesOf(office, []);

describe('open time', () => {
  test.each([
    ['within a span', '06T10:00', 1, '06T11:00'],
    ['over lunch', '06T11:30', 1, '06T13:30'],
    ['up to the very end of a span', '06T11:00', 1, '06T12:00'],
    ['over the night', '06T17:30', 1, '07T09:30'],
    ['over the weekend', '07T17:30', 1, '10T09:30'],
    ['from the middle of the night', '06T02:00', 1, '06T10:00'],
    ['of none, from a closed moment', '08T02:00', 0, '10T09:00'],
  ])('runs %s', (_, start, hours, end) => {
    expect(afterOpenTime(at(start), hours * HOUR, times)).toBe(at(end));
  });

  test('stands still on holidays, on the shop’s own days off, and not on those it opens after all', () => {
    const closed = openTimesOf({ ...office, closedDays: [THURSDAY + 1] }, off(THURSDAY));
    expect(afterOpenTime(at('06T10:00'), HOUR, closed)).toBe(at('10T10:00'));
    const opened = openTimesOf({ ...office, openDays: [THURSDAY] }, off(THURSDAY));
    expect(afterOpenTime(at('06T10:00'), HOUR, opened)).toBe(at('06T11:00'));
    const keepsNone = openTimesOf({ ...office, keepsHolidays: false }, off(THURSDAY));
    expect(afterOpenTime(at('06T10:00'), HOUR, keepsNone)).toBe(at('06T11:00'));
  });

  describe('on a Saturday that makes up for a holiday', () => {
    const madeUp = [{ days: [], workdays: [THURSDAY + 2] }];

    test('runs as on a Monday for who keeps the holidays', () => {
      expect(afterOpenTime(at('07T17:30'), HOUR, openTimesOf(office, madeUp))).toBe(at('08T09:30'));
    });

    test('stands still for who keeps none, and for who is closed on it all the same', () => {
      const keepsNone = openTimesOf({ ...office, keepsHolidays: false }, madeUp);
      const closed = openTimesOf({ ...office, closedDays: [THURSDAY + 2] }, madeUp);
      for (const open of [keepsNone, closed]) expect(afterOpenTime(at('07T17:30'), HOUR, open)).toBe(at('10T09:30'));
    });

    test('keeps the hours of its own where the shop has some', () => {
      const week = office.week.map((spans, day) => (day === 5 ? [[600, 720] as [number, number]] : spans));
      expect(afterOpenTime(at('07T17:30'), HOUR, openTimesOf({ ...office, week }, madeUp))).toBe(at('08T10:30'));
    });
  });

  test('runs on a day that the shop says it is open, though its weekday has no hours', () => {
    const opened = openTimesOf({ ...office, openDays: [THURSDAY + 3] }, []);
    expect(afterOpenTime(at('07T17:30'), HOUR, opened)).toBe(at('09T09:30'));
  });

  test('of what runs day and night is time', () => {
    expect(afterOpenTime(at('06T10:00'), 30 * HOUR, always)).toBe(at('07T16:00'));
  });

  test.each([
    ['no opening at all', { week: Array.from({ length: 7 }, () => []) }],
    ['a span that ends before it begins', { week: [[[720, 540]], [], [], [], [], [], []] }],
    [
      'spans that lie over each other',
      {
        week: [
          [
            [540, 720],
            [700, 800],
          ],
          [],
          [],
          [],
          [],
          [],
          [],
        ],
      },
    ],
    ['six days', { week: Array.from({ length: 6 }, () => [[540, 720]]) }],
  ])('is not made of %s', (_, changes) => {
    expect(serviceHoursSchema.safeParse({ ...office, ...changes }).success).toBe(false);
  });
});

const anyMinute = fc.integer({ min: 0, max: 48 }).map((half) => half * 30);
const anySpans = fc.uniqueArray(anyMinute, { maxLength: 6 }).map((minutes) => {
  const sorted = minutes.toSorted((a, b) => a - b);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => [
    sorted[2 * index]!,
    sorted[2 * index + 1]!,
  ]);
});
const anyTimes = fc
  .record({
    week: fc.array(anySpans, { minLength: 7, maxLength: 7 }),
    closedDays: fc.array(fc.integer({ min: THURSDAY, max: THURSDAY + 20 }), { maxLength: 8 }),
    openDays: fc.array(fc.integer({ min: THURSDAY, max: THURSDAY + 20 }), { maxLength: 3 }),
    keepsHolidays: fc.boolean(),
    isCrossBorder: fc.constant(false),
  })
  .filter((hours) => serviceHoursSchema.safeParse(hours).success)
  .map((hours) => openTimesOf(serviceHoursSchema.parse(hours), off(THURSDAY + 2, THURSDAY + 3)));
const anyStart = fc.integer({ min: 0, max: 10 * DAY_MS }).map((ms) => at('06T00:00') + ms);
const anyLength = fc.integer({ min: 0, max: 60 * HOUR });

describe('whatever a shop’s hours are', () => {
  test('more time never ends earlier, nor does a later start', () => {
    fc.assert(
      fc.property(anyTimes, anyStart, anyStart, anyLength, anyLength, (open, one, other, some, more) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(afterOpenTime(early, some + more, open)).toBeGreaterThanOrEqual(afterOpenTime(early, some, open));
        expect(afterOpenTime(late, some, open)).toBeGreaterThanOrEqual(afterOpenTime(early, some, open));
      }),
    );
  });

  test('nothing is due while it is closed', () => {
    fc.assert(
      fc.property(anyTimes, anyStart, anyLength, (open, start, length) => {
        expect(isOpenAt(afterOpenTime(start, length, open), open)).toBe(true);
      }),
    );
  });

  test('one time after the other is both together', () => {
    fc.assert(
      fc.property(anyTimes, anyStart, anyLength, anyLength, (open, start, some, more) => {
        expect(afterOpenTime(afterOpenTime(start, some, open), more, open)).toBe(
          afterOpenTime(start, some + more, open),
        );
      }),
    );
  });

  test('between a start and its end lies the time that was given', () => {
    fc.assert(
      fc.property(anyTimes, anyStart, anyLength, (open, start, length) => {
        expect(openTimeBetween(start, afterOpenTime(start, length, open), open)).toBe(length);
      }),
    );
  });
});
