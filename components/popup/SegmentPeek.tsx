import { useEffect } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { readLine } from '../../lib/views/segments/segment-language.ts';
import { readCustomerNotes } from '../../lib/views/customers/customer-notes.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { useSegment } from '../hooks/useSegment.ts';
import { Badge } from '../ui/Badge.tsx';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { TierBadge } from '../customer/TierBadge.tsx';
import { yuanText } from '../words/amounts.ts';
import { shownLine } from '../words/segments.ts';
import { shownName } from '../words/shown-name.ts';
import styles from './SegmentPeek.module.css';

/** The first five of a segment, looked at without opening anything. It lies over the end of the list; the row it is about stays in sight. */
export function SegmentPeek({ shopId, query }: { shopId: string | null; query: string }) {
  const { first } = useSegment(shopId, readLine(query).segment);
  const ids = first?.members.map(({ customer }) => customer.customerId) ?? [];
  const notes = useKeyedQuery(ids.length > 0 ? ids.join(' ') : null, 0, () => readCustomerNotes(database, ids));
  const title = t('popup_peek', shownLine(query));
  useEffect(() => {
    document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className={styles.peek} aria-label={title} aria-live="polite">
      <p className={styles.title}>{title}</p>
      {first?.members.length === 0 && <EmptyLine>{t('segment_nobody')}</EmptyLine>}
      <ol>
        {first?.members.map(({ customer, assessment }) => (
          <li key={customer.customerId} className={styles.one}>
            <span>{shownName(customer.display)}</span>
            {assessment?.tiers[0] && <TierBadge match={assessment.tiers[0]} />}
            <span className={styles.notes} title={notes?.get(customer.customerId)?.note?.text}>
              {notes?.get(customer.customerId)?.tags.map(({ tag }) => (
                <Badge key={tag} tone="calm" isOutline>
                  {tag}
                </Badge>
              ))}{' '}
              {notes?.get(customer.customerId)?.note?.text}
            </span>
            <span className={styles.end}>{assessment && yuanText(assessment.metrics.netSpendFen)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
