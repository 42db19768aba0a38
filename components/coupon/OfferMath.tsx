import type { Suggestion } from '../../lib/actions/suggest.ts';
import { t } from '../../lib/browser/i18n.ts';
import { percentText, yuanText } from '../words/amounts.ts';
import { breakEvenMarginText, breakEvenText, couponText, offerText } from '../words/offers.ts';
import type { Offer } from '../../lib/actions/offer-schema.ts';
import styles from './OfferMath.module.css';

type Props = Pick<Suggestion, 'existing' | 'discount' | 'breakEven' | 'margin' | 'costCoverage'> & { offer: Offer };

/** What the coupon gives at this customer's own basket, and what it leaves. */
export function OfferMath({ offer, existing, discount, breakEven, margin, costCoverage }: Props) {
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
          {margin && (
            <span>
              {t('marginAtBasket', yuanText(margin.beforeFen), yuanText(margin.afterFen), percentText(margin.coverage))}
            </span>
          )}
          {!margin && costCoverage !== null && <span>{t('marginUnknown', percentText(costCoverage))}</span>}
          {breakEven && <span title={t('breakEvenHow')}>{breakEvenText(breakEven)}</span>}
          {margin?.breakEven && <span>{breakEvenMarginText(margin.breakEven)}</span>}
        </>
      ) : (
        <span>{t('basketUnknown')}</span>
      )}
    </p>
  );
}
