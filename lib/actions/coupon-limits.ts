/** What the platforms' coupon tools take, as far as anybody knows: each limit with how sure it is. */
import type { Platform } from '../model/platform.ts';
import type { CouponLimit } from './coupon-limit-schema.ts';

/** A limit that an offer goes beyond, or that nobody knows. */
export interface LimitRemark {
  limit: CouponLimit;
  isBeyond: boolean;
}

interface CouponTerms {
  thresholdFen: number;
  faceValueFen: number;
  validDays: number | null;
}

/** @returns those of the platform that the coupon goes beyond, and those that are not known */
export function remarksOn(coupon: CouponTerms, platform: Platform, limits: readonly CouponLimit[]): LimitRemark[] {
  return limits
    .filter((limit) => limit.platform === platform)
    .map((limit) => ({ limit, isBeyond: isBeyond(coupon, limit) }))
    .filter((remark) => remark.isBeyond || (remark.limit.value === null && concerns(coupon, remark.limit)));
}

/** The first limit that is certain and gone beyond: the platform would refuse the coupon. */
export function refusedBy(coupon: CouponTerms, platform: Platform, limits: readonly CouponLimit[]): CouponLimit | null {
  return (
    remarksOn(coupon, platform, limits).find(({ limit, isBeyond: beyond }) => beyond && limit.certainty === 'seen')
      ?.limit ?? null
  );
}

function isBeyond({ thresholdFen, faceValueFen, validDays }: CouponTerms, { limit, value }: CouponLimit): boolean {
  if (value === null) return false;
  if (limit === 'faceStepFen') return faceValueFen % value !== 0 || thresholdFen % value !== 0;
  if (limit === 'mostFaceFen') return faceValueFen > value;
  if (limit === 'thresholdAboveFace') return thresholdFen > 0 && thresholdFen <= faceValueFen;
  return validDays !== null && validDays > value;
}

function concerns({ validDays }: CouponTerms, { limit }: CouponLimit): boolean {
  return limit !== 'mostValidDays' || validDays !== null;
}
