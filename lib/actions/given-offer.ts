/** What one customer is given: the shop's own coupon where one does, else the playbook's offer or that of their arm in a trial. */
import { existingCouponFor, type DatedCoupon } from './existing-coupon.ts';
import type { Offer } from './offer-schema.ts';
import type { Playbook } from './playbook.ts';
import { offerInTrial, type InTrial } from './trials/in-trial.ts';

interface GivenOffer {
  offer: Offer | null;
  /** The coupon that is there already and takes the place of a new one; null where none does. */
  existing: DatedCoupon | null;
}

/**
 * @param coupons of the shop
 * @param now epoch ms
 */
export function givenOffer(
  playbook: Playbook,
  inTrial: InTrial | null,
  coupons: readonly DatedCoupon[],
  now: number,
): GivenOffer {
  const wanted = offerInTrial(playbook, inTrial);
  // What is compared is given as it was planned, not as a coupon that happens to be there.
  const existing = wanted && !inTrial?.arm.coupon ? existingCouponFor(wanted, coupons, now) : null;
  return { offer: existing ? offerOf(existing) : wanted, existing };
}

function offerOf({ thresholdFen, faceValueFen }: DatedCoupon): Offer {
  return { kind: 'coupon', thresholdFen, faceValueFen, validDays: null };
}
