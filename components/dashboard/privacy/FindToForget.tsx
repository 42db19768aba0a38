import { useDeferredValue, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { orderTail } from '../../../lib/model/identity.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { readMaskedOrders, search } from '../../../lib/views/customers/search.ts';
import { ForgetCustomer } from '../../forget/ForgetCustomer.tsx';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DashSection } from '../DashSection.tsx';
import { shownName } from '../../words/shown-name.ts';
import styles from './privacy.module.css';

const MOST = 5;

/** A customer, or one order of a mask, and how they are shown. */
interface Found {
  id: string;
  text: string;
}

/** A customer by nick or by an order number, to be forgotten; also an order whose buyer is only a mask. */
export function FindToForget() {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const found = useKeyedQuery(query || null, 0, () => find(query));
  // What is forgotten is found no more; its receipt stays in sight.
  const [shown, setShown] = useState<{ query: string; found: Found[] } | null>(null);
  if (found && shown?.query !== query) setShown({ query, found });
  const list = query === shown?.query ? shown.found : [];
  return (
    <DashSection title={t('forgetTitle')} definition={t('forgetTitleMeans')}>
      <div className={styles.search}>
        <TextField label={t('forgetWhom')} placeholder={t('forgetWhomHint')} value={typed} onChange={setTyped} />
      </div>
      {found?.length === 0 && list.length === 0 && <EmptyLine>{t('forgetNobody')}</EmptyLine>}
      <ul className={styles.hits}>
        {list.map(({ id, text }) => (
          <li key={id} className={styles.hit}>
            <span>{text}</span>
            <ForgetCustomer customerId={id} look="quiet" />
          </li>
        ))}
      </ul>
    </DashSection>
  );
}

async function find(query: string): Promise<Found[]> {
  const [hits, masked] = await Promise.all([search(database, query, MOST), readMaskedOrders(database, query, MOST)]);
  return [
    ...hits.map(({ customer: { customerId, display, platform }, orderId }) => ({
      id: customerId,
      text: shownAs(display, platform, orderId),
    })),
    ...masked.map(({ id, buyer, platform, orderId }) => ({ id, text: shownAs(buyer.display, platform, orderId) })),
  ];
}

function shownAs(display: string | null, platform: Platform, orderId: string | null): string {
  const name = display === null ? t('noName') : shownName(display);
  return [name, t(`platform_${platform}`), ...(orderId === null ? [] : [orderTail(orderId)])].join(' · ');
}
