/** A coupon of the shop that is there already goes before one that would have to be made. */
import type { SeenCoupon } from '../model/seen-coupon.ts';
import { DAY_MS } from '../model/shanghai-time.ts';
import type { Offer } from './offer-schema.ts';

/** A coupon and when it was last seen so (epoch ms). */
export interface DatedCoupon extends SeenCoupon {
  seenAt: number;
}

/** The platform's own words for a coupon that buyers can claim now. */
const CLAIMABLE: ReadonlySet<string> = new Set(['领取中']);

/** A list of coupons that was last looked at longer ago says nothing about today. */
const FRESH_DAYS = 30;

/** Can it be given today? @param now epoch ms */
export function isClaimable(coupon: DatedCoupon, now: number): boolean {
  const { status, startsAt, endsAt, totalCount, claimedCount, seenAt } = coupon;
  const isGone = totalCount !== null && claimedCount !== null && claimedCount >= totalCount;
  const isInTime = (startsAt === null || startsAt <= now) && (endsAt === null || now < endsAt);
  return CLAIMABLE.has(status) && isInTime && !isGone && now - seenAt < FRESH_DAYS * DAY_MS;
}

/**
 * The coupon that gives at least what the offer would (no higher threshold, no lower face value), the least costly of several; null
 * when there is none. Coupons for named articles do not count: the customer may want others.
 * @param now epoch ms
 */
export function existingCouponFor(offer: Offer, coupons: readonly DatedCoupon[], now: number): DatedCoupon | null {
  if (offer.kind !== 'coupon') return null;
  const fitting = coupons.filter(
    (coupon) =>
      coupon.scope !== 'item' &&
      coupon.thresholdFen <= offer.thresholdFen &&
      coupon.faceValueFen >= offer.faceValueFen &&
      isClaimable(coupon, now),
  );
  return fitting.toSorted((a, b) => a.faceValueFen - b.faceValueFen || b.thresholdFen - a.thresholdFen)[0] ?? null;
}
