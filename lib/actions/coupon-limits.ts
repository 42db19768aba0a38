/** What the platforms' coupon tools take, as far as anybody knows: each limit with how sure it is. */
import type { Label } from '../model/label.ts';
import type { Platform } from '../model/platform.ts';
import type { LimitInForce } from './coupon-limit-schema.ts';

/** A limit that an offer goes beyond, or that nobody knows. */
export interface LimitRemark {
  limit: LimitInForce;
  isBeyond: boolean;
}

interface CouponTerms {
  thresholdFen: number;
  faceValueFen: number;
  validDays: number | null;
}

/** @returns those of the platform that the coupon goes beyond, and those that are not known */
export function remarksOn(coupon: CouponTerms, platform: Platform, limits: readonly LimitInForce[]): LimitRemark[] {
  return limits
    .filter((limit) => limit.platform === platform)
    .map((limit) => ({ limit, isBeyond: isBeyond(coupon, limit) }))
    .filter((remark) => remark.isBeyond || (remark.limit.value === null && concerns(coupon, remark.limit)));
}

/** The first limit that is certain, or that the shop set, and gone beyond: the platform would refuse the coupon. */
export function refusedBy(
  coupon: CouponTerms,
  platform: Platform,
  limits: readonly LimitInForce[],
): LimitInForce | null {
  return (
    remarksOn(coupon, platform, limits).find(({ limit, isBeyond: beyond }) => beyond && isCertain(limit))?.limit ?? null
  );
}

function isCertain({ certainty }: LimitInForce): boolean {
  return certainty === 'seen' || certainty === 'own';
}

/** What the platform wants, with the number: "面额最多 50 元"; of what nobody knows, only what is limited. */
export function toldLimit({ label, told, unit, value }: LimitInForce): Label {
  if (value === null || told === null) return label;
  const shown = String(unit === 'fen' ? value / 100 : value);
  return { zh: told.zh.replaceAll('{value}', shown), en: told.en.replaceAll('{value}', shown) };
}

function isBeyond({ thresholdFen, faceValueFen, validDays }: CouponTerms, { limit, value }: LimitInForce): boolean {
  if (value === null) return false;
  if (limit === 'faceStepFen') return faceValueFen % value !== 0 || thresholdFen % value !== 0;
  if (limit === 'mostFaceFen') return faceValueFen > value;
  if (limit === 'thresholdAboveFace') return thresholdFen > 0 && thresholdFen <= faceValueFen;
  return validDays !== null && validDays > value;
}

function concerns({ validDays }: CouponTerms, { limit }: LimitInForce): boolean {
  return limit !== 'mostValidDays' || validDays !== null;
}
