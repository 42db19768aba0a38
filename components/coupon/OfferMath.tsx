import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';
import type { BreakEven, EffectiveDiscount } from '../../lib/actions/offer.ts';
import type { Offer } from '../../lib/actions/offer-schema.ts';
import { t } from '../../lib/browser/i18n.ts';
import { percentText, yuanText } from '../words/amounts.ts';
import { breakEvenText, couponText, offerText } from '../words/offers.ts';
import styles from './OfferMath.module.css';

interface Props {
  offer: Offer;
  /** The shop's own coupon that the offer is; null where one would have to be made. */
  existing: DatedCoupon | null;
  /** Null where the customer's own basket is not known. */
  discount: EffectiveDiscount | null;
  breakEven: BreakEven | null;
}

/** What the coupon gives at this customer's own basket. */
export function OfferMath({ offer, existing, discount, breakEven }: Props) {
  return (
    <p className={styles.offer}>
      <strong>{existing ? t('couponExisting', couponText(existing)) : offerText(offer)}</strong>
      {discount ? (
        <>
          <span>
            {t(
              'discountAtBasket',
              yuanText(discount.basketFen),
              yuanText(discount.savedFen),
              percentText(discount.share),
            )}
          </span>
          {discount.shortOfThresholdFen > 0 && (
            <span className={styles.short}>{t('shortOfThreshold', yuanText(discount.shortOfThresholdFen))}</span>
          )}
          {breakEven && <span title={t('breakEvenHow')}>{breakEvenText(breakEven)}</span>}
        </>
      ) : (
        <span>{t('basketUnknown')}</span>
      )}
    </p>
  );
}
