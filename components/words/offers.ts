/** Offers and what holds them back, in words. */
import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';
import type { HeldBack } from '../../lib/actions/guards.ts';
import type { BreakEven } from '../../lib/actions/offer.ts';
import type { Offer } from '../../lib/actions/offer-schema.ts';
import type { Suggestion } from '../../lib/actions/suggest.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { formatPlainYuan } from '../../lib/model/money.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import type { SeenCoupon } from '../../lib/model/seen-coupon.ts';
import { percentText, yuanText } from './amounts.ts';
import { daysAgoText, shortDayText } from './times.ts';

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

/** "满80减15 店铺券“秋日回馈”，领取中，至 8-31". */
export function couponText({ faceValueFen, thresholdFen, scope, name, status, endsAt }: SeenCoupon): string {
  const terms = offerText({ kind: 'coupon', faceValueFen, thresholdFen, validDays: null });
  const coupon = t('couponNamed', terms, t(`couponScope_${scope ?? 'unknown'}`), name);
  return endsAt === null
    ? t('couponWithStatus', coupon, status)
    : t('couponWithEnd', coupon, status, shortDayText(endsAt));
}

/** By the right, where one takes the place of the coupon that the playbook is called after. */
export function titleText({ playbook, instead }: Pick<Suggestion, 'playbook' | 'instead'>): string {
  return labelText((instead && playbook.rightLabel) ?? playbook.label);
}

export function heldBackText(because: HeldBack): string {
  if (because.guard === 'holdOut')
    return t('heldBack_holdOut', formatDay(because.startDay), percentText(because.share));
  if (because.guard === 'marginFloor')
    return t(
      'heldBack_marginFloor',
      yuanText(because.beforeFen),
      yuanText(because.afterFen),
      percentText(because.floorShare),
      percentText(because.coverage),
    );
  if (because.guard === 'unfairToOld')
    return t(
      'heldBack_unfairToOld',
      yuanText(because.basketFen),
      yuanText(because.newSavedFen),
      yuanText(because.savedFen),
    );
  if (because.guard === 'platformLimit') return t('heldBack_platformLimit', labelText(because.limit));
  if (because.guard === 'coverageTooLow')
    return t('heldBack_coverageTooLow', percentText(because.share), percentText(because.needed));
  if (because.guard === 'seatsTaken') return t('heldBack_seatsTaken');
  if (because.guard === 'doNotDisturb') return t('heldBack_doNotDisturb');
  if (because.guard === 'openComplaintFirst') return t('heldBack_openComplaintFirst', because.openAfterSales);
  if (because.guard === 'openWorkOrderFirst') return t('heldBack_openWorkOrderFirst', because.openWorkOrders);
  if (because.guard === 'putOff') return putOffText(because);
  if (because.guard === 'notAgainYet')
    return t('heldBack_notAgainYet', daysAgoText(because.daysAgo), because.everyDays);
  if (because.guard === 'quietHours') return t('heldBack_quietHours', because.fromHour, because.toHour);
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

/** By what stays with the shop: "按毛利：要多回来 6.0 个百分点才不亏". */
export function breakEvenMarginText({ uplift }: BreakEven): string {
  return uplift === null ? t('breakEvenMarginNever') : t('breakEvenMargin', (uplift * 100).toFixed(1));
}

/** What a buyer must be told of an offer: threshold, validity, what it is for. What is not settled says so (CPL-18). */
export function termsText(offer: Offer, existing: DatedCoupon | null): string {
  if (offer.kind === 'rate')
    return [t('termsNoThreshold'), t('termsValidityOpen'), t('termsScope_unknown')].join(t('listSeparator'));
  const { thresholdFen, validDays } = offer;
  const endsAt = existing?.endsAt ?? null;
  const validity =
    endsAt !== null
      ? t('termsUntil', shortDayText(endsAt))
      : validDays === null
        ? t('termsValidityOpen')
        : t('termsValidDays', validDays);
  const threshold = thresholdFen === 0 ? t('termsNoThreshold') : t('termsThreshold', formatPlainYuan(thresholdFen));
  return [threshold, validity, t(`termsScope_${existing?.scope ?? 'unknown'}`)].join(t('listSeparator'));
}
