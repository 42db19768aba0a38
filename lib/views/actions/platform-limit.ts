/** What a platform's coupon tool would not take, by the limits that are certain. */
import { refusedBy } from '../../actions/coupon-limits.ts';
import type { Offer } from '../../actions/offer-schema.ts';
import type { Label } from '../../model/label.ts';
import type { Platform } from '../../model/platform.ts';
import { couponLimits } from '../../rules/offers.ts';

/**
 * @param platform null where it is not known
 * @returns the limit that the offer goes beyond; null for none
 */
export function limitAgainst(offer: Offer, platform: Platform | null): Label | null {
  return (platform && offer.kind === 'coupon' ? refusedBy(offer, platform, couponLimits)?.label : null) ?? null;
}
