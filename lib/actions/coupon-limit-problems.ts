/** What is wrong with what a shop sets of the platforms' coupon limits, and with an offer of its own against them. */
import type { Platform } from '../model/platform.ts';
import type { CouponLimitFacts, LimitInForce } from './coupon-limit-schema.ts';
import { refusedBy, toldLimit } from './coupon-limits.ts';
import { isWithin, type NumberProblem } from './number-problems.ts';
import { withNumbers, type Numbers } from './playbook-numbers.ts';
import type { Playbook } from './playbook.ts';

export type CouponLimitProblem =
  /** No limit of this platform. */
  { kind: 'unknown'; key: string } | { kind: 'outOfRange'; key: string; range: CouponLimitFacts['range'] };

/**
 * Everything wrong with them: nothing else may be kept.
 * @param numbers by the limit's name
 * @param platform of the shop; null where it is not known
 */
export function couponLimitProblems(
  numbers: Numbers,
  platform: Platform | null,
  facts: readonly CouponLimitFacts[],
): CouponLimitProblem[] {
  return Object.entries(numbers).flatMap(([key, value]): CouponLimitProblem[] => {
    const limit = facts.find((one) => one.platform === platform && one.limit === key);
    if (!limit) return [{ kind: 'unknown', key }];
    return isWithin(value, limit.range) ? [] : [{ kind: 'outOfRange', key, range: limit.range }];
  });
}

/**
 * The limit that an offer with the shop's numbers goes beyond. An offer that ships is no mistake of whoever changes other numbers, or puts
 * all back: where the shop's own limits forbid it, a guard does.
 * @param shipped as it ships
 */
export function offerProblems(
  shipped: Playbook,
  numbers: Numbers,
  platform: Platform | null,
  limits: readonly LimitInForce[],
): NumberProblem[] {
  const { offer } = withNumbers(shipped, numbers);
  const isOwn = Object.keys(numbers).some((key) => key.startsWith('offer.'));
  const limit = isOwn && platform && offer?.kind === 'coupon' ? refusedBy(offer, platform, limits) : null;
  return limit
    ? [
        {
          kind: 'platform',
          keys: ['offer.thresholdFen', 'offer.faceValueFen', 'offer.validDays'],
          limit: toldLimit(limit),
        },
      ]
    : [];
}
