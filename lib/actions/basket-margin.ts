/** What stays with the shop of a customer's basket, by the lines whose cost is known. */
import { isRevenue, kept } from '../insight/purchase-history.ts';
import type { OrderWithCases } from '../model/order-cases.ts';
import type { CostBook } from './cost-book.ts';
import type { BreakEven, EffectiveDiscount } from './offer.ts';
import type { MarginLimits } from './margin-limits.ts';

export interface BasketMargin {
  /** Part of the price that is left after cost, below 0 where it is sold under cost; null where too little is known. */
  share: number | null;
  /** Part of what was bought, in money, whose cost is known, 0..1. */
  coverage: number;
}

/** @param orders all of one customer @returns null where no price is known, or no cost at all */
export function basketMarginOf(
  orders: readonly OrderWithCases[],
  book: CostBook,
  { minCoverage }: MarginLimits,
): BasketMargin | null {
  const { allFen, knownFen, costFen } = costsOf(orders, book);
  if (knownFen <= 0) return null;
  const coverage = knownFen / allFen;
  return { share: coverage < minCoverage ? null : 1 - costFen / knownFen, coverage };
}

/**
 * What orders left with the shop, by the lines whose cost is known; 0 for what was cancelled or given back.
 * @returns null where too little of the cost, or no price, is known
 */
export function marginFenOf(
  orders: readonly OrderWithCases[],
  book: CostBook,
  { minCoverage }: MarginLimits,
): number | null {
  const { allFen, knownFen, costFen } = costsOf(orders, book);
  const standing = orders.filter(isRevenue).flatMap(kept);
  if (standing.length === 0) return 0;
  if (standing.some(({ unitPriceFen }) => unitPriceFen === null)) return null;
  if (allFen === 0) return 0;
  return knownFen / allFen < minCoverage ? null : Math.round(allFen * (1 - costFen / knownFen));
}

function costsOf(orders: readonly OrderWithCases[], book: CostBook) {
  let [allFen, knownFen, costFen] = [0, 0, 0];
  for (const order of orders.filter(isRevenue)) {
    const paid = paidShare(order);
    for (const item of kept(order)) {
      if (item.unitPriceFen === null) continue;
      const priceFen = item.unitPriceFen * item.quantity * paid;
      const cost = book.costOf(item);
      allFen += priceFen;
      if (cost === null) continue;
      knownFen += priceFen;
      costFen += cost * item.quantity;
    }
  }
  return { allFen, knownFen, costFen };
}

/** What was taken off the whole order is spread over its lines by their price. */
function paidShare({ amountFen, freightFen, items }: OrderWithCases): number {
  const listFen = items.reduce((sum, { unitPriceFen, quantity }) => sum + (unitPriceFen ?? Number.NaN) * quantity, 0);
  if (amountFen === null || Number.isNaN(listFen) || listFen <= 0) return 1;
  return Math.min(1, Math.max(0, amountFen - (freightFen ?? 0)) / listFen);
}

/** An offer at the customer's own basket, in what stays with the shop. */
export interface OfferMargin {
  coverage: number;
  /** Below 0: under cost. */
  beforeFen: number;
  afterFen: number;
  /** Of what the buyer then pays, the part that stays. */
  afterShare: number;
  /** What the offer must bring about in what stays; null where nobody can say how likely the customer is to return. */
  breakEven: BreakEven | null;
}

/** @param returnPercent P(buys within the horizon) in percent; null for not known */
export function offerMarginOf(
  { basketFen, savedFen }: EffectiveDiscount,
  { share, coverage }: BasketMargin,
  returnPercent: number | null,
): OfferMargin | null {
  if (share === null) return null;
  const beforeFen = Math.round(basketFen * share);
  const afterFen = beforeFen - savedFen;
  const paidFen = basketFen - savedFen;
  return {
    coverage,
    beforeFen,
    afterFen,
    afterShare: paidFen > 0 ? afterFen / paidFen : Number.NEGATIVE_INFINITY,
    breakEven: returnPercent === null ? null : upliftFor(beforeFen, afterFen, returnPercent / 100),
  };
}

/** Without the offer `chance` · before is to be expected, with it (chance + uplift) · after. */
function upliftFor(beforeFen: number, afterFen: number, chance: number): BreakEven {
  if (afterFen <= 0) return { chance, uplift: beforeFen <= 0 || chance > 0 ? null : 0 };
  const uplift = (chance * (beforeFen - afterFen)) / afterFen;
  return { chance, uplift: chance + uplift <= 1 ? uplift : null };
}
