import fc from '../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import {
  DAY_MS,
  dayOf,
  formatDay,
  formatMinute,
  hourOf,
  parsePlatformTime,
  toShanghaiIso,
} from '../../../lib/model/shanghai-time.ts';

const anyInstant = fc
  .integer({ min: Date.UTC(2003, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 })
  .map((s) => s * 1000);

describe('a time as the platforms write it', () => {
  test.each([
    ['2026-08-06 01:22:42', '2026-08-05T17:22:42Z'],
    ['2026-08-06T01:22:42', '2026-08-05T17:22:42Z'],
    ['2026-08-06 01:22', '2026-08-05T17:22:00Z'],
    [' 2026-01-01 00:00:00 ', '2025-12-31T16:00:00Z'],
    ['2028-02-29 23:59:59', '2028-02-29T15:59:59Z'],
  ])('%j is %s', (text, iso) => {
    expect(parsePlatformTime(text)).toBe(Date.parse(iso));
  });

  test.each([
    '2026-02-30 12:00:00',
    '2026-02-29 12:00:00',
    '2026-04-31 12:00:00',
    '2026-13-01 12:00:00',
    '2026-00-10 12:00:00',
    '2026-08-00 12:00:00',
    '2026-08-06 24:00:00',
    '2026-08-06 24:10:00',
    '2026-08-06 12:60:00',
    '2026-08-06 12:00:60',
  ])('%s does not exist and throws', (text) => {
    expect(() => parsePlatformTime(text)).toThrow(/no such time/);
  });

  test.each([
    '',
    '2026-08-06',
    '26-08-06 01:22:42',
    '2026-8-6 1:22:42',
    '2026/08/06 01:22:42',
    '昨天 12:00',
    '2026-08-06 01:22:42Z',
  ])('%j is not one and throws', (text) => {
    expect(() => parsePlatformTime(text)).toThrow(RangeError);
  });

  test('the error about a long text is short enough to be a reject', () => {
    expect(() => parsePlatformTime('x'.repeat(400))).toThrow(/^.{1,120}$/);
  });

  test('the empty time of JD, year 1, is never one of the last century', () => {
    expect(parsePlatformTime('0001-01-01 00:00:00')).toBeLessThan(Date.UTC(1900, 0, 1));
  });

  test('what is written is read back, to the second', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(parsePlatformTime(toShanghaiIso(at).replace('+08:00', ''))).toBe(at);
        expect(Date.parse(toShanghaiIso(at))).toBe(at);
        expect(parsePlatformTime(formatMinute(at))).toBe(at - (at % 60_000));
      }),
    );
  });
});

describe('a Shanghai day', () => {
  test('begins at 16:00 UTC', () => {
    const midnight = Date.parse('2026-08-05T16:00:00Z');
    expect(formatDay(dayOf(midnight))).toBe('2026-08-06');
    expect(formatDay(dayOf(midnight - 1))).toBe('2026-08-05');
    expect(hourOf(midnight)).toBe(0);
    expect(hourOf(midnight - 1)).toBe(23);
  });

  test('is the one that the written time names', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(toShanghaiIso(at).startsWith(formatDay(dayOf(at)))).toBe(true);
        expect(Number(formatMinute(at).slice(11, 13))).toBe(hourOf(at));
        expect(dayOf(at + DAY_MS)).toBe(dayOf(at) + 1);
      }),
    );
  });
});
