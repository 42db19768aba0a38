import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { readLine } from '../../lib/views/segments/segment-language.ts';
import { TierBadge } from '../customer/TierBadge.tsx';
import { useSegment } from '../hooks/useSegment.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { yuanText } from '../words/amounts.ts';
import { factsText } from '../words/evidence.ts';
import { shownLine } from '../words/segments.ts';
import { shownName } from '../words/shown-name.ts';
import listStyles from './BuyerList.module.css';
import rowStyles from './BuyerRow.module.css';
import styles from './SegmentPeople.module.css';

interface Props {
  /** Null for all shops together. */
  shopId: string | null;
  query: string;
  onOpen: (shopId: string, customerId: string) => void;
  onClose: () => void;
}

const PORTION = 30;

/** Who is in a segment that was looked up, those first of whom most is expected, or who spent most. */
export function SegmentPeople({ shopId, query, onOpen, onClose }: Props) {
  const [portions, setPortions] = useState(1);
  const { answer, first } = useSegment(shopId, readLine(query).segment, portions * PORTION);
  const members = first?.members ?? [];
  const line = shownLine(query);
  return (
    <section aria-label={t('segment_people', line)} aria-busy={first === undefined}>
      <header className={styles.head}>
        <h2 className={styles.title}>{line}</h2>
        <Button look="plain" title="Esc" onClick={onClose}>
          {t('segment_close')}
        </Button>
        {answer && first && (
          <p className={styles.count}>
            {t('segment_shownOf', members.length.toLocaleString('zh-CN'), answer.count.toLocaleString('zh-CN'))} ·{' '}
            {t(`segment_first_${first.order}`)}
          </p>
        )}
      </header>
      {answer?.count === 0 && <EmptyState title={t('segment_nobody')} />}
      <ul className={listStyles.rows}>
        {members.map(({ customer, assessment }) => (
          <li key={customer.customerId} className={rowStyles.plain}>
            <button
              type="button"
              className={rowStyles.row}
              data-row={customer.customerId}
              onClick={() => onOpen(customer.shopId, customer.customerId)}
            >
              <span className={rowStyles.first}>
                <span className={rowStyles.name}>{shownName(customer.display)}</span>
                {assessment?.tiers[0] && <TierBadge match={assessment.tiers[0]} />}
                {first && assessment && (
                  <span className={rowStyles.tail}>{yuanText(assessment.metrics[first.order])}</span>
                )}
              </span>
              <span className={rowStyles.why}>{factsText(assessment?.tiers[0]?.evidence ?? [])}</span>
            </button>
          </li>
        ))}
      </ul>
      {answer && first && answer.count > members.length && (
        <p className={styles.more}>
          <Button onClick={() => setPortions(portions + 1)}>{t('today_more', PORTION)}</Button>
        </p>
      )}
    </section>
  );
}
