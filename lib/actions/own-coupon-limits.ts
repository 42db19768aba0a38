/** The platforms' coupon limits with what a shop set for itself: platforms change them, and whoever makes coupons sees it first. */
import type { Platform } from '../model/platform.ts';
import type { CouponLimit, LimitInForce } from './coupon-limit-schema.ts';
import type { Numbers } from './playbook-numbers.ts';

/**
 * The shop's own lie over what ships for its platform. What is not so any more (0 of a yes or no) is no limit.
 * @param numbers by the limit's name, as `couponLimitProblems` let them pass
 */
export function withOwnCouponLimits(
  shipped: readonly CouponLimit[],
  numbers: Numbers,
  platform: Platform | null,
): LimitInForce[] {
  return shipped.flatMap((limit): LimitInForce[] => {
    const value = numbers[limit.limit];
    if (limit.platform !== platform || value === undefined) return [limit];
    return value > 0 ? [{ ...limit, value, certainty: 'own' }] : [];
  });
}
