import type { EffectiveDiscount } from '../../lib/actions/offer.ts';
import type { Offer } from '../../lib/actions/offer-schema.ts';
import { t } from '../../lib/browser/i18n.ts';
import { percentText, yuanText } from '../words/amounts.ts';
import { offerText } from '../words/offers.ts';
import styles from './OfferMath.module.css';

interface Props {
  offer: Offer;
  /** Null where the customer's own basket is not known. */
  discount: EffectiveDiscount | null;
}

/** What the coupon gives at this customer's own basket. */
export function OfferMath({ offer, discount }: Props) {
  return (
    <p className={styles.offer}>
      <strong>{offerText(offer)}</strong>
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
        </>
      ) : (
        <span>{t('basketUnknown')}</span>
      )}
    </p>
  );
}
