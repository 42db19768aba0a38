import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { PastedPanel } from '../../lib/model/pasted.ts';
import { Section } from '../ui/Section.tsx';
import { yuanText } from '../words/amounts.ts';
import styles from './PastedOrders.module.css';

/** The copied list beside the chat, as far as it could be read. */
export function PastedOrders({ panel: { orders, orderTotal, couponTotal } }: { panel: PastedPanel }) {
  const isShort = orderTotal !== null && orderTotal !== orders.length;
  return (
    <Section
      title={t('companionPanel')}
      aside={couponTotal !== null && <span className={styles.aside}>{t('companionCoupons', couponTotal)}</span>}
    >
      <ul>
        {orders.map(({ orderId, statusText, placedText, amountFen }) => (
          <li key={orderId} className={styles.order}>
            <span>{orderTail(orderId)}</span>
            <span className={statusText === null ? styles.aside : ''}>{statusText ?? t('companionNoStatus')}</span>
            <span className={styles.end}>
              {[placedText?.slice(0, -3), amountFen === null ? null : yuanText(amountFen)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {isShort && <p className={styles.aside}>{t('companionOrdersMissing', orderTotal, orders.length)}</p>}
    </Section>
  );
}
