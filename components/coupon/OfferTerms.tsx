import { remarksOn, toldLimit } from '../../lib/actions/coupon-limits.ts';
import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';
import type { Offer } from '../../lib/actions/offer-schema.ts';
import type { Numbers } from '../../lib/actions/playbook-numbers.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { couponLimitsOf } from '../../lib/views/actions/platform-limit.ts';
import { termsText } from '../words/offers.ts';
import styles from './OfferTerms.module.css';

interface Props {
  offer: Offer;
  existing: DatedCoupon | null;
  platform: Platform | null;
  /** What the shop set of the limits of its platform's coupon tool. */
  ownLimits: Numbers;
}

/** What the buyer must be told of the offer, and what nobody knows of the platform's limits. */
export function OfferTerms({ offer, existing, platform, ownLimits }: Props) {
  // What is there already was taken by the platform.
  const remarks =
    platform && offer.kind === 'coupon' && !existing
      ? remarksOn(offer, platform, couponLimitsOf(ownLimits, platform))
      : [];
  const named = (isBeyond: boolean) =>
    remarks
      .filter((remark) => remark.isBeyond === isBeyond)
      .map(({ limit }) => labelText(toldLimit(limit)))
      .join(t('listSeparator'));
  return (
    <p className={styles.terms}>
      {t('termsToSay', termsText(offer, existing))}
      {named(true) !== '' && <span className={styles.remark}>{t('limitsSaid', named(true))}</span>}
      {named(false) !== '' && <span className={styles.remark}>{t('limitsUnknown', named(false))}</span>}
    </p>
  );
}
