import { expect, test } from 'vitest';
import { bestTime } from '../../../lib/actions/best-time.ts';
import { contactLimits } from '../../../lib/rules/playbooks.ts';
import fc from '../../support/fast-check.ts';

const clock = (...times: string[]) => times.map((time) => Date.parse(`${time.replace(' ', 'T')}:00+08:00`));
const of = (times: number[]) => bestTime(times, contactLimits);

test('of few orders nothing is told but the hint of the guides', () => {
  expect(of(clock('2026-08-04 15:00', '2026-08-05 15:00'))).toEqual({ isWeekend: true, hour: 10, orders: 0 });
});

test('is when they order most, and nights do not count', () => {
  const weekdays = clock(
    '2026-08-03 15:10',
    '2026-08-04 15:40',
    '2026-08-05 16:00',
    '2026-08-06 11:00',
    '2026-08-07 15:00',
  );
  expect(of([...weekdays, ...clock('2026-08-03 23:30', '2026-08-04 02:00')])).toEqual({
    isWeekend: false,
    hour: 15,
    orders: 5,
  });
});

test('is on the weekend where its two days have more than their share', () => {
  const mixed = clock(
    '2026-08-08 20:00',
    '2026-08-09 20:00',
    '2026-08-08 20:30',
    '2026-08-05 12:00',
    '2026-08-06 12:00',
  );
  expect(of(mixed)).toEqual({ isWeekend: true, hour: 20, orders: 5 });
});

test('is never in the quiet hours', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1_780_000_000_000, max: 1_800_000_000_000 }), { maxLength: 30 }),
      (times) => {
        const { hour } = of(times);
        expect(hour).toBeGreaterThanOrEqual(contactLimits.quietToHour);
        expect(hour).toBeLessThan(contactLimits.quietFromHour);
      },
    ),
  );
});
