import { labelText, t } from '../../lib/browser/i18n.ts';
import { tiers } from '../../lib/rules/tiers.ts';
import { FirstSteps } from '../panel/FirstSteps.tsx';
import type { DatedTierCounts } from '../hooks/useTierCounts.ts';
import { Badge } from '../ui/Badge.tsx';
import styles from './TierCountList.module.css';

interface Props {
  counts: DatedTierCounts;
  shopName: string;
}

/** Every tier with its count, what each needs, and how many orders belong to nobody in particular. */
export function TierCountList({ counts, shopName }: Props) {
  if (counts.asOf === null && counts.customers === 0) return <FirstSteps />;
  const countOf = new Map(counts.tiers.map(({ tierId, count }) => [tierId, count]));
  return (
    <section aria-label={t('tierCounts')}>
      <p className={styles.head}>
        <span>{shopName}</span>
        <span>{t('customersInAll', counts.customers)}</span>
      </p>
      <ul>
        {tiers.map((tier) => (
          <li key={tier.id} className={styles.tier}>
            <Badge tone={tier.tone}>{labelText(tier.label)}</Badge>
            <span className={styles.need}>{labelText(tier.need)}</span>
            <span className={countOf.get(tier.id) ? styles.count : styles.zero}>{countOf.get(tier.id) ?? 0}</span>
          </li>
        ))}
      </ul>
      {counts.maskedOrders > 0 && <p className={styles.masked}>{t('maskedOrders', counts.maskedOrders)}</p>}
    </section>
  );
}
