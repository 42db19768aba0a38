/** Offers and what holds them back, in words. */
import type { HeldBack } from '../../lib/actions/guards.ts';
import type { BreakEven } from '../../lib/actions/offer.ts';
import type { Offer } from '../../lib/actions/offer-schema.ts';
import { t } from '../../lib/browser/i18n.ts';
import { formatPlainYuan } from '../../lib/model/money.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import type { SeenCoupon } from '../../lib/model/seen-coupon.ts';
import { percentText, yuanText } from './amounts.ts';
import { shortDayText } from './times.ts';

/** "满80减15 · 3天有效", "9折". */
export function offerText(offer: Offer): string {
  if (offer.kind === 'rate') return t('offerRate', Math.round(offer.rate * 100) / 10);
  const off = formatPlainYuan(offer.faceValueFen);
  const coupon =
    offer.thresholdFen === 0
      ? t('offerNoThreshold', off)
      : t('offerThreshold', formatPlainYuan(offer.thresholdFen), off);
  return offer.validDays === null ? coupon : t('offerValidDays', coupon, offer.validDays);
}

/** "满80减15 店铺券「秋日回馈」，领取中，至 8-31". */
export function couponText({ faceValueFen, thresholdFen, scope, name, status, endsAt }: SeenCoupon): string {
  const terms = offerText({ kind: 'coupon', faceValueFen, thresholdFen, validDays: null });
  const coupon = t('couponNamed', terms, t(`couponScope_${scope ?? 'unknown'}`), name);
  return endsAt === null
    ? t('couponWithStatus', coupon, status)
    : t('couponWithEnd', coupon, status, shortDayText(endsAt));
}

export function heldBackText(because: HeldBack): string {
  if (because.guard === 'doNotDisturb') return t('heldBack_doNotDisturb');
  if (because.guard === 'openComplaintFirst') return t('heldBack_openComplaintFirst', because.openAfterSales);
  if (because.guard === 'openWorkOrderFirst') return t('heldBack_openWorkOrderFirst', because.openWorkOrders);
  if (because.guard === 'putOff') return putOffText(because);
  if (because.guard === 'notAgainYet') return t('heldBack_notAgainYet', because.daysAgo, because.everyDays);
  if (because.guard === 'tooSmall')
    return t('heldBack_tooSmall', yuanText(because.savedFen), yuanText(because.basketFen), percentText(because.share));
  if (because.limit === 'minGapHours' && because.actual === 0) return t('heldBack_justNow', because.allowed);
  return t(`heldBack_${because.limit}`, because.actual, because.allowed);
}

function putOffText({ untilDay, reason }: Extract<HeldBack, { guard: 'putOff' }>): string {
  const day = formatDay(untilDay);
  return reason === null ? t('heldBack_later', day) : t('heldBack_declined', t(`decline_${reason}`), day);
}

/** "不送也有 30.0% 会回来；要多回来 6.0 个百分点才不亏". */
export function breakEvenText({ chance, uplift }: BreakEven): string {
  if (uplift === null) return t('breakEvenNever', percentText(chance));
  return t('breakEven', percentText(chance), (uplift * 100).toFixed(1));
}
