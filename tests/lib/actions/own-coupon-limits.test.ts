import { describe, expect, test } from 'vitest';
import { refusedBy, remarksOn, toldLimit } from '../../../lib/actions/coupon-limits.ts';
import { withOwnCouponLimits } from '../../../lib/actions/own-coupon-limits.ts';
import type { Numbers } from '../../../lib/actions/playbook-numbers.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { couponLimits } from '../../../lib/rules/offers.ts';

const coupon = { thresholdFen: 8_000, faceValueFen: 1_550, validDays: 30 };
const refusal = (own: Numbers, platform: Platform, changes: Partial<typeof coupon> = {}) =>
  refusedBy({ ...coupon, ...changes }, platform, withOwnCouponLimits(couponLimits, own, platform));

test.each(couponLimits.map((limit) => [limit.platform, limit.limit, limit] as const))(
  'the shop’s own on %s of %s lies over the shipped one as its own, and over no other',
  (platform, name, shipped) => {
    expect(withOwnCouponLimits(couponLimits, { [name]: 7 }, platform)).toEqual(
      couponLimits.map((each) => (each === shipped ? { ...each, value: 7, certainty: 'own' } : each)),
    );
  },
);

describe('the shop’s own limit', () => {
  test('refuses what nobody knew to be refused', () => {
    expect(refusal({}, 'jd')).toBeNull();
    expect(refusal({ mostFaceFen: 1_500 }, 'jd')).toMatchObject({ limit: 'mostFaceFen', certainty: 'own' });
    expect(refusal({ mostFaceFen: 1_550 }, 'jd')).toBeNull();
    expect(refusal({ mostValidDays: 29 }, 'jd')).toMatchObject({ limit: 'mostValidDays' });
  });

  test('wins over one that is certain, be it looser', () => {
    expect(refusal({}, 'taobao')).toMatchObject({ limit: 'faceStepFen', value: 100 });
    expect(refusal({ faceStepFen: 50 }, 'taobao')).toBeNull();
    expect(refusal({ faceStepFen: 500 }, 'taobao', { faceValueFen: 1_500 })).toBeNull();
    expect(refusal({ faceStepFen: 1_000 }, 'taobao', { faceValueFen: 1_500 })).toMatchObject({ value: 1_000 });
  });

  test('makes what was only said certain, or no limit at all', () => {
    const steep = { thresholdFen: 1_000, faceValueFen: 1_000 };
    const remarks = (own: Numbers) =>
      remarksOn({ ...coupon, ...steep }, 'taobao', withOwnCouponLimits(couponLimits, own, 'taobao'))
        .filter(({ isBeyond }) => isBeyond)
        .map(({ limit }) => limit.certainty);
    expect([refusal({}, 'taobao', steep), remarks({})]).toEqual([null, ['said']]);
    expect(refusal({ thresholdAboveFace: 1 }, 'taobao', steep)).toMatchObject({ limit: 'thresholdAboveFace' });
    expect([refusal({ thresholdAboveFace: 0 }, 'taobao', steep), remarks({ thresholdAboveFace: 0 })]).toEqual([
      null,
      [],
    ]);
  });

  test('of what its platform does not limit changes nothing', () => {
    expect(withOwnCouponLimits(couponLimits, { faceStepFen: 100 }, 'jd')).toEqual(couponLimits);
    expect(withOwnCouponLimits(couponLimits, { mostFaceFen: 100 }, null)).toEqual(couponLimits);
  });

  test('is told with its number, in yuan and days', () => {
    const told = (own: Numbers) => {
      const limit = refusal(own, 'jd');
      return limit && toldLimit(limit).zh;
    };
    expect(told({ mostFaceFen: 1_050 })).toBe('面额最多 10.5 元');
    expect(told({ mostValidDays: 7 })).toBe('有效期最多 7 天');
  });
});
