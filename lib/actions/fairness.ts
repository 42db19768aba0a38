/**
 * Old customers are offered no less than new ones (CPL-03): at the same basket, what a coupon for new customers takes off is the least
 * that an offer to an old one must take off. Held against every offer by itself, so that whichever is sent, it is not the worse one.
 */
import type { Metrics } from '../insight/metrics.ts';
import type { DatedCoupon } from './existing-coupon.ts';
import { isClaimable } from './existing-coupon.ts';
import type { FairnessRules } from './fairness-schema.ts';
import type { HeldBack } from './guards.ts';
import type { Offer } from './offer-schema.ts';
import type { Playbook } from './playbook.ts';

/** What an offer takes off a basket as it is: nothing below its threshold. */
export function savingAt(offer: Offer, basketFen: number): number {
  if (offer.kind === 'rate') return Math.round(basketFen * (1 - offer.rate));
  return basketFen >= offer.thresholdFen ? Math.min(offer.faceValueFen, basketFen) : 0;
}

/**
 * What new customers are given: by the playbooks for them, and by the shop's coupons that name them.
 * @param now epoch ms
 */
export function offersToNew(
  playbooks: readonly Playbook[],
  coupons: readonly DatedCoupon[],
  { newCustomerPlaybooks, newCustomerWords }: FairnessRules,
  now: number,
): Offer[] {
  const ours = playbooks.flatMap(({ id, offer }) => (offer && newCustomerPlaybooks.includes(id) ? [offer] : []));
  const theirs = coupons.filter(
    (coupon) => isClaimable(coupon, now) && newCustomerWords.some((word) => coupon.name.includes(word)),
  );
  return [
    ...ours,
    ...theirs.map(({ thresholdFen, faceValueFen }): Offer => ({
      kind: 'coupon',
      thresholdFen,
      faceValueFen,
      validDays: null,
    })),
  ];
}

/** The most that a new customer saves at this basket. */
export function bestSavingAt(offers: readonly Offer[], basketFen: number): number {
  let most = 0;
  for (const offer of offers) most = Math.max(most, savingAt(offer, basketFen));
  return most;
}

/** At no basket less than any of these: the same or more off, from the same or less on. */
export function isNeverLess(offer: Offer, toNew: readonly Offer[]): boolean {
  return toNew.every(
    (other) =>
      offer.kind === 'coupon' &&
      other.kind === 'coupon' &&
      offer.thresholdFen <= other.thresholdFen &&
      offer.faceValueFen >= other.faceValueFen,
  );
}

/** Who bought so often is no new customer (SEG-02). */
export const OLD_FROM_PURCHASES = 2;

/** @param basketFen the customer's own; 0 for not known */
export function unfairToOld(
  offer: Offer | null,
  { purchaseCount }: Metrics,
  basketFen: number,
  toNew: readonly Offer[],
): HeldBack | null {
  if (!offer || basketFen <= 0 || (purchaseCount ?? 0) < OLD_FROM_PURCHASES) return null;
  const savedFen = savingAt(offer, basketFen);
  const newSavedFen = bestSavingAt(toNew, basketFen);
  return savedFen < newSavedFen ? { guard: 'unfairToOld', savedFen, newSavedFen, basketFen } : null;
}
