import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';
import { t } from '../../lib/browser/i18n.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { couponText } from '../words/offers.ts';
import { dayText } from '../words/times.ts';
import styles from './ShopCoupons.module.css';

/** The coupons of the shop that buyers can claim now, as its own page listed them. */
export function ShopCoupons({ coupons }: { coupons: readonly DatedCoupon[] }) {
  if (coupons.length === 0) return null;
  const seenAt = Math.min(...coupons.map((coupon) => coupon.seenAt));
  return (
    <Disclosure summary={t('shopCoupons', coupons.length)}>
      <ul className={styles.list}>
        {coupons.map((coupon) => (
          <li key={`${coupon.couponId} ${couponText(coupon)}`}>{couponText(coupon)}</li>
        ))}
      </ul>
      <p className={styles.seen}>{t('shopCouponsSeen', dayText(seenAt))}</p>
    </Disclosure>
  );
}
