import { describe, expect, test } from 'vitest';
import { refusedBy, remarksOn, toldLimit } from '../../../lib/actions/coupon-limits.ts';
import { couponLimitFacts } from '../../../lib/rules/coupon-limit-facts.ts';
import { couponLimits } from '../../../lib/rules/offers.ts';

const coupon = (changes: Partial<Parameters<typeof refusedBy>[0]> = {}) => ({
  thresholdFen: 8_000,
  faceValueFen: 1_500,
  validDays: 3,
  ...changes,
});
const beyond = (...args: Parameters<typeof remarksOn>) =>
  remarksOn(...args).flatMap(({ limit, isBeyond }) => (isBeyond ? [limit.limit] : []));

describe('the limits of the platforms', () => {
  test('are known with their certainty, or said to be unknown', () => {
    expect(couponLimitFacts.map(({ platform, limit }) => [platform, limit])).toEqual(
      couponLimits.map(({ platform, limit }) => [platform, limit]),
    );
    for (const [at, { value, certainty }] of couponLimits.entries()) {
      const { source, range } = couponLimitFacts[at]!;
      expect(certainty === 'unknown').toBe(value === null);
      expect(value === null || (value >= range.min && value <= range.max)).toBe(true);
      for (const text of [source.zh, source.en]) expect(text).not.toBe('');
    }
    expect(new Set(couponLimits.map(({ platform, limit }) => `${platform} ${limit}`)).size).toBe(couponLimits.length);
  });

  test('that are certain refuse a coupon beyond them', () => {
    expect(refusedBy(coupon({ faceValueFen: 1_550 }), 'taobao', couponLimits)).toMatchObject({ limit: 'faceStepFen' });
    expect(refusedBy(coupon(), 'taobao', couponLimits)).toBeNull();
    expect(refusedBy(coupon({ faceValueFen: 1_550 }), 'jd', couponLimits)).toBeNull();
  });

  test('that somebody said are remarked on and refuse nothing', () => {
    const steep = coupon({ thresholdFen: 1_000, faceValueFen: 1_000 });
    expect(beyond(steep, 'taobao', couponLimits)).toEqual(['thresholdAboveFace']);
    expect(refusedBy(steep, 'taobao', couponLimits)).toBeNull();
    expect(beyond(coupon({ thresholdFen: 0 }), 'taobao', couponLimits)).toEqual([]);
  });

  test('that nobody knows are named where they concern the coupon', () => {
    const named = (validDays: number | null) =>
      remarksOn(coupon({ validDays }), 'jd', couponLimits).map(({ limit }) => limit.limit);
    expect(named(3)).toEqual(['mostFaceFen', 'mostValidDays']);
    expect(named(null)).toEqual(['mostFaceFen']);
  });

  test('are told with their number where there is one, else by what they limit', () => {
    expect(couponLimits.filter(({ platform }) => platform === 'taobao').map((limit) => toldLimit(limit).zh)).toEqual([
      '面额和门槛要是 1 元的倍数',
      '门槛要高于面额',
      '面额上限',
      '有效期上限',
    ]);
  });

  test.each([
    ['mostFaceFen', 1_499],
    ['mostValidDays', 2],
  ] as const)('%s holds once it is known', (limit, value) => {
    const shipped = couponLimits.find((one) => one.platform === 'jd' && one.limit === limit)!;
    const known = [{ ...shipped, value, certainty: 'seen' }] as const;
    expect(refusedBy(coupon(), 'jd', known)).toBe(known[0]);
    expect(refusedBy(coupon(), 'jd', [{ ...known[0], value: value + 1 }])).toBeNull();
  });
});
