import { describe, expect, test } from 'vitest';
import { serviceHoursSchema, type OpenSpan } from '../../../lib/model/service-hours.ts';
import { usualHours } from '../../../lib/rules/clocks.ts';
import { daysIn, daysText, weekIn, weekText } from '../../../lib/service/hours-text.ts';
import fc from '../../support/fast-check.ts';

/** Of a week that has them on Monday alone. */
const mondayWith = (text: string) => weekIn([text, '', '', '', '', '', '']);
const DAY_MINUTES = 1440;

describe('the hours of a day', () => {
  test.each<[string, OpenSpan[]]>([
    [
      '09:00-12:00, 13:00-18:00',
      [
        [540, 720],
        [780, 1080],
      ],
    ],
    [
      '9：00—12：00，13：00～24：00',
      [
        [540, 720],
        [780, 1440],
      ],
    ],
    ['9:00 至 12:30', [[540, 750]]],
    ['', []],
  ])('%j are hours', (text, spans) => {
    expect(mondayWith(text)[0]).toEqual(spans);
  });

  test.each(['9-12', '12:00-09:00', '09:00-12:00, 11:00-13:00', '09:70-10:00', '23:00-25:00', '全天', '09:00'])(
    '%j are none',
    (text) => {
      expect(mondayWith(text)[0]).toBeNull();
    },
  );

  test('may go on after midnight, up to the hours of the next day', () => {
    const week = weekIn(['09:00-12:00, 18:00-02:00', '', '', '', '01:00-03:00', '', '20:00-04:00']);
    expect(week).toEqual([
      [
        [0, 240],
        [540, 720],
        [1080, DAY_MINUTES],
      ],
      [[0, 120]],
      [],
      [],
      [[60, 180]],
      [],
      [[1200, DAY_MINUTES]],
    ]);
    expect(weekText(week as OpenSpan[][])[0]).toBe('09:00-12:00, 18:00-02:00');
    expect(weekIn(['18:00-02:00', '01:00-12:00', '', '', '', '', ''])[1]).toBeNull();
    expect(mondayWith('22:00-02:00, 03:00-04:00')[0]).toBeNull();
  });

  test('are written as they are read, whatever lies over midnight', () => {
    const spans = fc
      .uniqueArray(fc.constantFrom(0, 60, 120, 540, 720, 1080, 1320, DAY_MINUTES), { maxLength: 8 })
      .map((minutes) => minutes.toSorted((a, b) => a - b))
      .map((minutes) => minutes.flatMap((to, at) => (at % 2 === 1 ? [[minutes[at - 1]!, to] as OpenSpan] : [])));
    fc.assert(
      fc.property(fc.array(spans, { minLength: 7, maxLength: 7 }), (week) => {
        expect(weekIn(weekText(week))).toEqual(week);
      }),
    );
  });

  test('that are read pass the border', () => {
    const week = weekIn(usualHours.week.map(() => '09:00-12:00, 12:00-02:00'));
    expect(serviceHoursSchema.safeParse({ ...usualHours, week }).success).toBe(true);
  });
});

describe('days', () => {
  test('are read in any order, each once', () => {
    expect(daysText(daysIn('2026-10-02, 2026-10-01 2026-10-02')!)).toBe('2026-10-01, 2026-10-02');
    expect(daysIn('')).toEqual([]);
  });

  test.each(['10-01', '2026-13-01', 'morgen'])('%s is none', (text) => {
    expect(daysIn(text)).toBeNull();
  });
});
