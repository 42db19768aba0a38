import type { KeyboardEvent } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { maskName, orderTail } from '../../lib/model/identity.ts';
import { TierBadge } from '../customer/TierBadge.tsx';
import type { AssessedHit } from '../hooks/useSearch.ts';
import { daysAgoText } from '../words/times.ts';
import styles from './HitRow.module.css';

interface Props {
  hit: AssessedHit;
  onChoose: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One customer found, name masked. */
export function HitRow({ hit: { customer, orderId, assessment }, onChoose, onKeyDown }: Props) {
  const own = assessment?.tiers[0];
  const recencyDays = assessment?.metrics.recencyDays ?? null;
  return (
    <li>
      <button type="button" className={styles.hit} onClick={onChoose} onKeyDown={onKeyDown}>
        <span className={styles.name}>{maskName(customer.display)}</span>
        {own && <TierBadge match={own} />}
        {orderId !== null && <span className={styles.aside}>{t('orderTail', orderTail(orderId))}</span>}
        <span className={styles.end}>
          {recencyDays !== null && `${daysAgoText(recencyDays)} · `}
          {t(`platform_${customer.platform}`)}
        </span>
      </button>
    </li>
  );
}
