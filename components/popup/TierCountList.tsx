import { labelText, t } from '../../lib/browser/i18n.ts';
import { tiers } from '../../lib/rules/tiers.ts';
import type { DatedTierCounts } from '../hooks/useTierCounts.ts';
import { Badge } from '../ui/Badge.tsx';
import { shownLine } from '../words/segments.ts';
import { ownTierQuery } from './named-segments.ts';
import styles from './TierCountList.module.css';

interface Props {
  counts: DatedTierCounts;
  onOpen: (query: string) => void;
}

/** Every tier with its count, what each needs, and how many orders belong to nobody in particular. */
export function TierCountList({ counts, onOpen }: Props) {
  const countOf = new Map(counts.tiers.map(({ tierId, count }) => [tierId, count]));
  return (
    <section aria-label={t('segment_ownTiers')}>
      <h2 className={styles.head}>{t('segment_ownTiers')}</h2>
      <ul className={styles.tiers}>
        {tiers.map((tier) => (
          <li key={tier.id}>
            <button
              type="button"
              className={styles.tier}
              data-segment={ownTierQuery(tier.id)}
              onClick={() => onOpen(shownLine(ownTierQuery(tier.id)))}
            >
              <Badge tone={tier.tone}>{labelText(tier.label)}</Badge>
              <span className={styles.need}>{labelText(tier.need)}</span>
              <span className={countOf.get(tier.id) ? styles.count : styles.zero}>
                {(countOf.get(tier.id) ?? 0).toLocaleString('zh-CN')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {counts.maskedOrders > 0 && <p className={styles.masked}>{t('maskedOrders', counts.maskedOrders)}</p>}
    </section>
  );
}
