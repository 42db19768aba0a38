import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { KeptEvidence } from '../../lib/service/kept-evidence.ts';
import { isLate } from '../../lib/service/promises.ts';
import type { PromiseView, ServiceDesk } from '../../lib/views/service/service-desk.ts';
import { useNow } from '../hooks/useNow.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { whoseText } from '../words/service.ts';
import { minuteText, spanText } from '../words/times.ts';
import styles from './service.module.css';

interface Props {
  promises: readonly PromiseView[];
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
            {promise.evidence && <p className={styles.aside}>{evidenceText(promise.evidence, now)}</p>}
            {promise.outcome === 'open' && (
              <div className={styles.line}>
                <Button look={promise.evidence ? 'quiet' : 'plain'} onClick={() => settle(promise.promiseId, 'kept')}>
                  {t(promise.evidence ? 'promise_confirm' : 'promise_keep')}
                </Button>
                <Button look="plain" onClick={() => settle(promise.promiseId, 'broken')}>
                  {t('promise_break')}
                </Button>
                {promise.isHeard && (
                  <Button
                    look="plain"
                    onClick={() =>
                      undoable.run(async () => {
                        await toBackground.undoEvent({ eventId: promise.promiseId });
                        return { eventIds: [] };
                      })
                    }
                  >
                    {t('promise_none')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <UndoNote undoable={undoable} />
    </>
  );
}

function stateText(promise: PromiseView, now: number): string {
  const { outcome, dueAt } = promise;
  if (outcome !== 'open') return t(`promise_${outcome}`);
  return isLate(promise, now)
    ? t('promise_late', spanText(now - dueAt))
    : t('promise_due', minuteText(dueAt, now), spanText(dueAt - now));
}

function evidenceText(evidence: KeptEvidence, now: number): string {
  const at = minuteText(evidence.at, now);
  return 'orderId' in evidence
    ? t(`promise_seen_${evidence.because}`, orderTail(evidence.orderId), at)
    : t(`promise_seen_${evidence.because}`, at);
}
