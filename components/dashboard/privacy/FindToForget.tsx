import { useDeferredValue, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { maskName, orderTail } from '../../../lib/model/identity.ts';
import { search } from '../../../lib/views/search.ts';
import { ForgetCustomer } from '../../forget/ForgetCustomer.tsx';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DashSection } from '../DashSection.tsx';
import styles from './privacy.module.css';

const MOST = 5;

/** A customer by nick or by an order number, to be forgotten. */
export function FindToForget() {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const hits = useKeyedQuery(query || null, 0, () => search(database, query, MOST));
  // What is forgotten is found no more; its receipt stays in sight.
  const [shown, setShown] = useState<{ query: string; hits: NonNullable<typeof hits> } | null>(null);
  if (hits && shown?.query !== query) setShown({ query, hits });
  const list = query === shown?.query ? shown.hits : [];
  return (
    <DashSection title={t('forgetTitle')} definition={t('forgetTitleMeans')}>
      <div className={styles.search}>
        <TextField label={t('forgetWhom')} placeholder={t('forgetWhomHint')} value={typed} onChange={setTyped} />
      </div>
      {hits?.length === 0 && list.length === 0 && <EmptyLine>{t('forgetNobody')}</EmptyLine>}
      <ul className={styles.hits}>
        {list.map(({ customer, orderId }) => (
          <li key={customer.customerId} className={styles.hit}>
            <span>
              {maskName(customer.display)} · {t(`platform_${customer.platform}`)}
              {orderId !== null && ` · ${orderTail(orderId)}`}
            </span>
            <ForgetCustomer customerId={customer.customerId} look="quiet" />
          </li>
        ))}
      </ul>
    </DashSection>
  );
}
