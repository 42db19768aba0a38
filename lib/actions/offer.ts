/** Coupons as arithmetic: what an offer really gives at a customer's own basket. The platform creates and sends them. */
import type { Offer } from './offer-schema.ts';

/** An offer at one basket. */
export interface EffectiveDiscount {
  /** The basket it was computed at: the customer's own, raised to the threshold where it falls short. */
  basketFen: number;
  savedFen: number;
  /** Saved part of the basket, 0..1. */
  share: number;
  /** How far the customer's own basket is below the threshold; 0 when it reaches it. */
  shortOfThresholdFen: number;
}

/** @param basketFen the customer's usual basket (average purchase), above 0 */
export function effectiveDiscount(offer: Offer, basketFen: number): EffectiveDiscount {
  if (offer.kind === 'rate') {
    const savedFen = Math.round(basketFen * (1 - offer.rate));
    return { basketFen, savedFen, share: savedFen / basketFen, shortOfThresholdFen: 0 };
  }
  const raisedFen = Math.max(basketFen, offer.thresholdFen);
  const savedFen = Math.min(offer.faceValueFen, raisedFen);
  return { basketFen: raisedFen, savedFen, share: savedFen / raisedFen, shortOfThresholdFen: raisedFen - basketFen };
}

/** The `share` of `effectiveDiscount` alone, for many customers at once. */
export function savedShare(offer: Offer, basketFen: number): number {
  if (offer.kind === 'rate') return Math.round(basketFen * (1 - offer.rate)) / basketFen;
  const raisedFen = Math.max(basketFen, offer.thresholdFen);
  return Math.min(offer.faceValueFen, raisedFen) / raisedFen;
}

/** What an offer must bring about before it pays for those who would have bought anyway. In sales: costs are not known here. */
export interface BreakEven {
  /** P(buys within the horizon) without the offer, 0..1. */
  chance: number;
  /** Extra chance at which sales less discounts are what they would be without the offer, 0..1; null when no chance suffices. */
  uplift: number | null;
}

/**
 * Without the offer `chance` · basket is to be expected, with it (chance + uplift) · (basket − saved).
 * @param returnPercent P(buys within the horizon) in percent; null for not known
 */
export function breakEvenOf(
  { basketFen, savedFen }: EffectiveDiscount,
  returnPercent: number | null,
): BreakEven | null {
  if (returnPercent === null) return null;
  const chance = returnPercent / 100;
  const uplift = (chance * savedFen) / (basketFen - savedFen);
  return { chance, uplift: chance + uplift <= 1 ? uplift : null };
}
