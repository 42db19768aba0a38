import { describe, expect, test } from 'vitest';
import { serviceHoursSchema, type OpenSpan } from '../../../lib/model/service-hours.ts';
import { usualHours } from '../../../lib/rules/clocks.ts';
import { daysIn, daysText, spansIn, spansText } from '../../../lib/service/hours-text.ts';
import fc from '../../support/fast-check.ts';

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
    expect(spansIn(text)).toEqual(spans);
  });

  test.each(['9-12', '12:00-09:00', '09:00-12:00, 11:00-13:00', '09:70-10:00', '23:00-25:00', '全天', '09:00'])(
    '%j are none',
    (text) => {
      expect(spansIn(text)).toBeNull();
    },
  );

  test('are written as they are read', () => {
    const spans = fc
      .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
      .map((minutes) => minutes.toSorted((a, b) => a - b))
      .map((minutes) => minutes.flatMap((to, at) => (at % 2 === 1 ? [[minutes[at - 1]!, to] as OpenSpan] : [])));
    fc.assert(
      fc.property(spans, (each) => {
        expect(spansIn(spansText(each))).toEqual(each);
      }),
    );
  });

  test('that are read pass the border', () => {
    const week = usualHours.week.map(() => spansIn('09:00-12:00, 12:00-18:00')!);
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
