/** What to do for one customer today, with reasons; and what was held back, with the guard that held it. */
import type { ArticlePair } from '../model/article-pair.ts';
import { check, distinctEvidence, type Evidence } from '../insight/tiers/clause.ts';
import type { Metrics } from '../insight/metrics.ts';
import type { Label } from '../model/label.ts';
import type { TierMatch } from '../insight/tiers/tier.ts';
import { offerMarginOf, type BasketMargin, type OfferMargin } from './basket-margin.ts';
import type { Benefit } from './benefit-schema.ts';
import { nextBenefit } from './benefits.ts';
import type { DatedCoupon } from './existing-coupon.ts';
import type { ContactLimits } from './contact-limits.ts';
import { unfairToOld } from './fairness.ts';
import { givenOffer } from './given-offer.ts';
import {
  heldBackBy,
  tooSmall,
  type DatedContact,
  type DatedPutOff,
  type HeldBack,
  type LowCoverage,
} from './guards.ts';
import { breakEvenOf, effectiveDiscount, type BreakEven, type EffectiveDiscount } from './offer.ts';
import type { Offer } from './offer-schema.ts';
import type { Playbook, SeatedPlaybook } from './playbook.ts';
import { heldOut, inTrialOf, type InTrial } from './trials/in-trial.ts';
import type { Trial } from '../model/trial.ts';

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
  /** What stays with the shop; null without a discount, and where too little of the costs is known. */
  margin: OfferMargin | null;
  /** Part of the customer's basket whose cost is known, 0..1; null where no cost is. */
  costCoverage: number | null;
  /** A right of the shop in place of an offer that is too small for them (ACT-15); null where the offer is made. */
  instead: { benefit: Benefit; of: Extract<HeldBack, { guard: 'tooSmall' }> } | null;
  /** What goes with what they have; null for a playbook that needs none. */
  companion: ArticlePair | null;
  /** The trial that the customer takes part in, with what their arm gives; null for none. */
  inTrial: InTrial | null;
}

/** The scene of the words for it: a right in the place of a coupon has words of its own. Null for what needs none. */
export function sceneOf({ playbook, instead }: Pick<Suggestion, 'playbook' | 'instead'>): string | null {
  return instead?.benefit.sceneId ?? playbook.sceneId;
}

/** What is known of the shop and of this customer's orders beside the measures; what is left out holds nothing back. */
export interface OfferGround {
  customerId: string;
  /** That run in the shop. */
  trials: readonly Trial[];
  /** What goes with what they have, one of each kind at most. */
  companions: readonly ArticlePair[];
  /** Null where no cost is known. */
  margin: BasketMargin | null;
  floorShare: number;
  /** Rights that the shop has for this customer; none when left out. */
  benefits?: readonly Benefit[];
  /** What new customers are given. */
  toNew: readonly Offer[];
  /** The limit that a coupon goes beyond for certain; null for none. */
  refusedBy: (offer: Offer) => Label | null;
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
  playbooks: readonly SeatedPlaybook[];
  contacts: readonly DatedContact[];
  putOffs: readonly DatedPutOff[];
  coupons: readonly DatedCoupon[];
  limits: ContactLimits;
  /** None when left out. */
  openWorkOrders?: number;
  /** Null or left out where enough of the shop was seen. */
  lowCoverage?: LowCoverage | null;
  /** By playbook with a goal, where too little of its own months was seen. */
  unseenGoals?: ReadonlyMap<string, LowCoverage>;
  /** The customer wrote just now; no when left out. */
  isAwake?: boolean;
  now: number;
  ground?: OfferGround;
}): Suggestions {
  const {
    metrics,
    tiers,
    playbooks,
    contacts,
    putOffs,
    coupons,
    limits,
    openWorkOrders = 0,
    lowCoverage: ofShop = null,
    unseenGoals,
    isAwake = false,
    now,
    ground,
  } = input;
  const result: Suggestions = { suggestions: [], heldBack: [] };
  for (const playbook of playbooks) {
    const match = tiers.find(({ tier }) => playbook.tierIds.includes(tier.id));
    const evidence = check(playbook.all, metrics);
    if (!evidence || (playbook.tierIds.length > 0 && !match)) continue;
    const companion = ground?.companions.find(({ kind }) => kind === playbook.companion) ?? null;
    if (playbook.companion !== null && !companion) continue;
    const inTrial = ground ? inTrialOf(ground.trials, playbook, ground.customerId) : null;
    const { offer, existing } = givenOffer(playbook, inTrial, coupons, now);
    const basketFen = Math.round(metrics.averageFen ?? 0);
    const discount = offer && basketFen > 0 ? effectiveDiscount(offer, basketFen) : null;
    const margin = discount && ground?.margin ? offerMarginOf(discount, ground.margin, metrics.returnPercent) : null;
    const lowCoverage = playbook.goal ? (unseenGoals?.get(playbook.id) ?? null) : ofShop;
    const because =
      heldBackBy({ playbook, metrics, contacts, putOffs, limits, openWorkOrders, lowCoverage, isAwake, now }) ??
      heldOut(inTrial) ??
      tooSmall(discount, limits) ??
      (ground ? heldByGround(ground, { offer, existing, margin, basketFen, metrics }) : null);
    const benefit = because?.guard === 'tooSmall' && !inTrial ? nextBenefit(ground?.benefits ?? [], contacts) : null;
    const instead = because?.guard === 'tooSmall' && benefit ? { benefit, of: because } : null;
    if (because && !instead) {
      result.heldBack.push({ playbook, because });
      continue;
    }
    result.suggestions.push({
      playbook,
      evidence: distinctEvidence([...(match?.evidence ?? []), ...evidence]),
      ...(instead ? noOffer : { offer, existing, discount, margin }),
      breakEven: discount && !instead ? breakEvenOf(discount, metrics.returnPercent) : null,
      costCoverage: ground?.margin?.coverage ?? null,
      instead,
      companion,
      inTrial,
    });
  }
  return result;
}

const noOffer = { offer: null, existing: null, discount: null, margin: null };

interface Considered {
  offer: Offer | null;
  existing: DatedCoupon | null;
  margin: OfferMargin | null;
  basketFen: number;
  metrics: Metrics;
}

/** What the shop's costs, its offers to others and the platform's tool say against an offer. */
function heldByGround(
  ground: OfferGround,
  { offer, existing, margin, basketFen, metrics }: Considered,
): HeldBack | null {
  if (!offer) return null;
  // What is there already was taken by the tool.
  const limit = existing ? null : ground.refusedBy(offer);
  if (limit) return { guard: 'platformLimit', limit };
  if (margin && margin.afterShare < ground.floorShare) {
    const { beforeFen, afterFen, coverage } = margin;
    return { guard: 'marginFloor', beforeFen, afterFen, floorShare: ground.floorShare, coverage };
  }
  return unfairToOld(offer, metrics, basketFen, ground.toNew);
}
