import { t } from '../../lib/browser/i18n.ts';
import type { ServiceDesk, WaitView } from '../../lib/views/service/service-desk.ts';
import { useNow } from '../hooks/useNow.ts';
import { clockText, whoseText } from '../words/service.ts';
import { minuteText, spanText } from '../words/times.ts';
import styles from './service.module.css';

interface Props {
  waits: readonly WaitView[];
  customers: ServiceDesk['customers'];
  onOpen: ((shopId: string, customerId: string) => void) | null;
}

/** Buyers who wait for an answer in the chat. What was not in sight is said so, never counted as answered in time. */
export function WaitList({ waits, customers, onOpen }: Props) {
  const now = useNow();
  return (
    <ul className={styles.rows}>
      {waits.map(({ wait, clock, state }) => {
        const name = whoseText({ customerId: wait.customerId, orderId: null }, customers);
        return (
          <li key={wait.customerId} className={styles.row}>
            <div className={styles.first}>
              {onOpen ? (
                <button type="button" className={styles.open} onClick={() => onOpen(wait.shopId, wait.customerId)}>
                  {name}
                </button>
              ) : (
                <strong>{name}</strong>
              )}
              <span className={styles.aside}>
                {t(wait.isExact ? 'wait_since' : 'wait_seenSince', minuteText(wait.since, now))}
              </span>
            </div>
            <p className={state === 'blind' ? styles.soon : styles[state]}>
              {wait.state === 'unseen' && t('wait_unseen')}
              {wait.state !== 'unseen' && state === 'blind' && t('wait_blind', minuteText(wait.seenAt, now))}
              {state !== 'blind' && clockText(clock, now)}
              {clock.measureId !== null && ` · ${t('wait_measure')}`}
            </p>
            {state === 'blind' && (
              <p className={styles.aside}>{t('wait_blindDue', spanText(Math.max(0, now - clock.dueAt)))}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
