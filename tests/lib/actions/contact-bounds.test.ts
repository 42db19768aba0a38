import { describe, expect, test } from 'vitest';
import { limitProblems, withOwnLimits } from '../../../lib/actions/contact-bounds.ts';
import { contactBounds, contactLimits } from '../../../lib/rules/playbooks.ts';

test('every limit has its bounds, which the shipped one keeps', () => {
  expect(new Set(contactBounds.map(({ limit }) => limit))).toEqual(new Set(Object.keys(contactLimits)));
  expect(limitProblems(contactLimits, contactBounds)).toEqual([]);
});

describe.each(contactBounds)('$limit', ({ limit, min, max, step, loosest, why }) => {
  test('may be set up to its loosest, and no looser, with the reason', () => {
    const most = loosest === 'min' ? min : max;
    const looser = loosest === 'min' ? min - step : max + step;
    expect(limitProblems({ [limit]: most }, contactBounds)).toEqual([]);
    expect(limitProblems({ [limit]: looser }, contactBounds)).toMatchObject([{ kind: 'beyond', key: limit, why }]);
  });

  test('is not refused by law where it is too strict', () => {
    const stricter = loosest === 'min' ? max + step : min - step;
    expect(limitProblems({ [limit]: stricter }, contactBounds)).toMatchObject([{ kind: 'beyond', why: null }]);
  });
});

test('whatever quiet hours are allowed, they lie about the night', () => {
  const of = (limit: string) => contactBounds.find((bound) => bound.limit === limit)!;
  expect(of('quietFromHour').min).toBeGreaterThan(of('quietToHour').max);
});

test('the shop’s own lie over the shipped ones; what is too loose is passed over, and unknown ones are refused', () => {
  const own = { minGapHours: 48, quietFromHour: 23 };
  expect(withOwnLimits(contactLimits, own, contactBounds)).toEqual({ ...contactLimits, minGapHours: 48 });
  expect(limitProblems({ perHour: 3 }, contactBounds)).toEqual([{ kind: 'unknown', key: 'perHour' }]);
});
