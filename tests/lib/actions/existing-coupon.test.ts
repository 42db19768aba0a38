import { describe, expect, test } from 'vitest';
import { existingCouponFor, isClaimable, type DatedCoupon } from '../../../lib/actions/existing-coupon.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { makeCoupon } from '../../support/make-coupon.ts';

const now = Date.parse('2026-08-06T10:00:00+08:00');
const offer = { kind: 'coupon', thresholdFen: 8000, faceValueFen: 1500, validDays: 3 } as const;

describe('a coupon can be given while', () => {
  test.each<[string, Partial<DatedCoupon>]>([
    ['it can be claimed', {}],
    ['its days are not known', { startsAt: null, endsAt: null }],
    ['nobody says how many there are', { totalCount: null }],
  ])('%s', (_, changes) => expect(isClaimable(makeCoupon(changes), now)).toBe(true));

  test.each<[string, Partial<DatedCoupon>]>([
    ['has ended by its own words', { status: '已结束' }],
    ['has a state that no table knows', { status: '审核中' }],
    ['begins tomorrow', { startsAt: now + DAY_MS }],
    ['ends now', { endsAt: now }],
    ['is claimed to the last one', { claimedCount: 1000 }],
    ['was last seen a month ago', { seenAt: now - 30 * DAY_MS, startsAt: null }],
  ])('not when it %s', (_, changes) => expect(isClaimable(makeCoupon(changes), now)).toBe(false));
});

describe('in place of a new coupon', () => {
  test.each<[string, Partial<DatedCoupon>]>([
    ['the same terms', {}],
    ['a lower threshold', { thresholdFen: 0 }],
    ['a higher face value', { faceValueFen: 2000 }],
    ['a coupon of which nobody says what it is for', { scope: null }],
  ])('serves %s', (_, changes) =>
    expect(existingCouponFor(offer, [makeCoupon(changes)], now)).toEqual(makeCoupon(changes)),
  );

  test.each<[string, Partial<DatedCoupon>]>([
    ['a higher threshold', { thresholdFen: 8001 }],
    ['a lower face value', { faceValueFen: 1499 }],
    ['a coupon for named articles', { scope: 'item' }],
    ['one that has ended', { status: '已结束' }],
  ])('does not serve %s', (_, changes) => expect(existingCouponFor(offer, [makeCoupon(changes)], now)).toBeNull());

  test('serves the least costly of several', () => {
    const coupons = [
      makeCoupon({ name: 'a', faceValueFen: 3000 }),
      makeCoupon({ name: 'b', thresholdFen: 0 }),
      makeCoupon({ name: 'c' }),
    ];
    expect(existingCouponFor(offer, coupons, now)?.name).toBe('c');
  });

  test('a standing right has no coupon', () => {
    expect(existingCouponFor({ kind: 'rate', rate: 0.9 }, [makeCoupon({ thresholdFen: 0 })], now)).toBeNull();
  });
});
