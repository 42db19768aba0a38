/** What to do for one customer today, with reasons; and what was held back, with the guard that held it. */
import { check, distinctEvidence, type Evidence } from '../insight/tiers/clause.ts';
import type { Metrics } from '../insight/metrics.ts';
import type { TierMatch } from '../insight/tiers/tier.ts';
import { existingCouponFor, type DatedCoupon } from './existing-coupon.ts';
import type { ContactLimits } from './contact-limits.ts';
import { heldBackBy, tooSmall, type DatedContact, type DatedPutOff, type HeldBack } from './guards.ts';
import { breakEvenOf, effectiveDiscount, type BreakEven, type EffectiveDiscount } from './offer.ts';
import type { Offer } from './offer-schema.ts';
import type { Playbook } from './playbook.ts';

export interface Suggestion {
  playbook: Playbook;
  /** The facts it rests on: the tier's clause and the playbook's own. */
  evidence: Evidence[];
  /** What to give: the playbook's offer, or the coupon that is there already. */
  offer: Offer | null;
  /** The shop's own coupon that takes the place of a new one; null where none does. */
  existing: DatedCoupon | null;
  /** The offer at this customer's own basket; null without an offer or without a known basket. */
  discount: EffectiveDiscount | null;
  /** What the offer must bring about; null without a discount, and where nobody can say how likely the customer is to return. */
  breakEven: BreakEven | null;
}

export interface Suggestions {
  suggestions: Suggestion[];
  heldBack: { playbook: Playbook; because: HeldBack }[];
}

/**
 * @param tiers what the customer is, own tier first
 * @param playbooks in order of precedence
 * @param contacts the customer's contacts, undone ones left out
 * @param putOffs what was put off or declined for the customer, likewise
 * @param coupons of the shop, as its own pages listed them
 * @param now epoch ms
 */
export function suggest(input: {
  metrics: Metrics;
  tiers: readonly TierMatch[];
  playbooks: readonly Playbook[];
  contacts: readonly DatedContact[];
  putOffs: readonly DatedPutOff[];
  coupons: readonly DatedCoupon[];
  limits: ContactLimits;
  /** None when left out. */
  openWorkOrders?: number;
  now: number;
}): Suggestions {
  const { metrics, tiers, playbooks, contacts, putOffs, coupons, limits, openWorkOrders = 0, now } = input;
  const result: Suggestions = { suggestions: [], heldBack: [] };
  for (const playbook of playbooks) {
    const match = tiers.find(({ tier }) => playbook.tierIds.includes(tier.id));
    const evidence = check(playbook.all, metrics);
    if (!evidence || (playbook.tierIds.length > 0 && !match)) continue;
    const existing = playbook.offer && existingCouponFor(playbook.offer, coupons, now);
    const offer = existing ? offerOf(existing) : playbook.offer;
    const basketFen = Math.round(metrics.averageFen ?? 0);
    const discount = offer && basketFen > 0 ? effectiveDiscount(offer, basketFen) : null;
    const standing = { playbook, metrics, contacts, putOffs, limits, openWorkOrders, now };
    const because = heldBackBy(standing) ?? tooSmall(discount, limits);
    if (because) {
      result.heldBack.push({ playbook, because });
      continue;
    }
    result.suggestions.push({
      playbook,
      evidence: distinctEvidence([...(match?.evidence ?? []), ...evidence]),
      offer,
      existing,
      discount,
      breakEven: discount && breakEvenOf(discount, metrics.returnPercent),
    });
  }
  return result;
}

function offerOf({ thresholdFen, faceValueFen }: DatedCoupon): Offer {
  return { kind: 'coupon', thresholdFen, faceValueFen, validDays: null };
}
