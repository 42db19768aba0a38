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
