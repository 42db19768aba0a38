import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';

/** A coupon of the shop, 15 off 80, that can be claimed for all of August 2026. */
export function makeCoupon(changes: Partial<DatedCoupon> = {}): DatedCoupon {
  return {
    couponId: null,
    name: '秋日回馈',
    scope: 'store',
    faceValueFen: 1500,
    thresholdFen: 8000,
    personLimit: 1,
    startsAt: Date.parse('2026-08-01T00:00:00+08:00'),
    endsAt: Date.parse('2026-08-31T23:59:59+08:00'),
    status: '领取中',
    totalCount: 1000,
    claimedCount: 320,
    seenAt: Date.parse('2026-08-05T10:00:00+08:00'),
    ...changes,
  };
}
