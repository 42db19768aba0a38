import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { isLate, type DuePromise } from '../../lib/service/promises.ts';
import type { ServiceDesk } from '../../lib/views/service-desk.ts';
import { useNow } from '../hooks/useNow.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { spanText, whoseText } from '../words/service.ts';
import { minuteText } from '../words/times.ts';
import styles from './service.module.css';

interface Props {
  promises: readonly DuePromise[];
  /** Null within a card, where the name is said already. */
  customers: ServiceDesk['customers'] | null;
}

/** What was promised and until when; somebody says whether it was kept. */
export function PromiseList({ promises, customers }: Props) {
  const now = useNow();
  const undoable = useUndoable();
  const settle = (promiseId: string, outcome: 'kept' | 'broken') =>
    undoable.run(() => toBackground.settlePromise({ promiseId, outcome }));
  return (
    <>
      <ul className={styles.rows}>
        {promises.map((promise) => (
          <li key={promise.promiseId} className={`${styles.row} ${customers ? '' : styles.inCard}`}>
            <div className={styles.first}>
              {customers && <strong>{whoseText({ ...promise, orderId: null }, customers)}</strong>}
              <span>{t('promise_of', t(`promise_${promise.what}`))}</span>
              <span className={isLate(promise, now) ? styles.late : styles.running}>{stateText(promise, now)}</span>
            </div>
            {promise.outcome === 'open' && (
              <div className={styles.line}>
                <Button look="plain" onClick={() => settle(promise.promiseId, 'kept')}>
                  {t('promise_keep')}
                </Button>
                <Button look="plain" onClick={() => settle(promise.promiseId, 'broken')}>
                  {t('promise_break')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <UndoNote undoable={undoable} />
    </>
  );
}

function stateText(promise: DuePromise, now: number): string {
  const { outcome, dueAt } = promise;
  if (outcome !== 'open') return t(`promise_${outcome}`);
  return isLate(promise, now)
    ? t('promise_late', spanText(now - dueAt))
    : t('promise_due', minuteText(dueAt, now), spanText(dueAt - now));
}
