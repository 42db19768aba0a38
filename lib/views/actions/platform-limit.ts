/** What a platform's coupon tool would not take, by the limits that are certain and those that the shop set. */
import type { LimitInForce } from '../../actions/coupon-limit-schema.ts';
import { refusedBy, toldLimit } from '../../actions/coupon-limits.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import { withOwnCouponLimits } from '../../actions/own-coupon-limits.ts';
import type { Numbers } from '../../actions/playbook-numbers.ts';
import type { Label } from '../../model/label.ts';
import type { Platform } from '../../model/platform.ts';
import { couponLimits } from '../../rules/offers.ts';

/** Those that hold for a shop. @param own what it set, by the limit's name */
export function couponLimitsOf(own: Numbers, platform: Platform | null): LimitInForce[] {
  return withOwnCouponLimits(couponLimits, own, platform);
}

/**
 * @param platform null where it is not known
 * @param own what the shop set of the limits
 * @returns the limit that the offer goes beyond; null for none
 */
export function limitAgainst(offer: Offer, platform: Platform | null, own: Numbers): Label | null {
  if (!platform || offer.kind !== 'coupon') return null;
  const limit = refusedBy(offer, platform, couponLimitsOf(own, platform));
  return limit && toldLimit(limit);
}
