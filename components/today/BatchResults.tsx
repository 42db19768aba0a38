import type { Job } from '../../lib/actions/job.ts';
import { t } from '../../lib/browser/i18n.ts';
import { dayOf, formatDay } from '../../lib/model/shanghai-time.ts';
import { readBatchResults, RESULT_DAYS, type BatchResult } from '../../lib/views/actions/contact-effects.ts';
import { readTrials } from '../../lib/views/actions/trials.ts';
import { isHoldOut, playbookName } from '../dashboard/trials/trial-words.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { BatchUplift } from './BatchUplift.tsx';
import styles from './BatchResults.module.css';

/** What was noted as done of late: after a week each day's work of a playbook has its result. */
export function BatchResults({ shopId, job }: { shopId: string; job: Job }) {
  const now = useNow();
  const batches = useKeyedQuery(`${shopId} ${job}`, now, () => readBatchResults(database, shopId, job, now));
  const trials = useKeyedQuery(shopId, 0, () => readTrials(database, shopId));
  if (!batches || !trials || batches.length === 0) return null;
  return (
    <div className={styles.results}>
      <Disclosure summary={t('batchTitle')} isOpen={batches.some(({ isThere }) => isThere)}>
        <ul className={styles.list}>
          {batches.map((batch) => {
            const kept = trials.find(({ trial }) => trial.playbookId === batch.playbookId && isHoldOut(trial));
            return (
              <li key={`${batch.playbookId} ${batch.day}`} className={styles.batch}>
                <span>{batchText(batch, now)}</span>
                {batch.isThere && batch.unknown > 0 && (
                  <span className={styles.note}>{t('batchUnknown', batch.unknown)}</span>
                )}
                {batch.isThere &&
                  (kept ? (
                    <BatchUplift kept={kept} now={now} />
                  ) : (
                    <span className={styles.note}>{t('batchNoHoldOut')}</span>
                  ))}
              </li>
            );
          })}
        </ul>
      </Disclosure>
    </div>
  );
}

function batchText({ playbookId, day, sent, isThere, isOffer, resultDay, ...fare }: BatchResult, now: number): string {
  const [name, on] = [playbookName(playbookId), formatDay(day)];
  if (isThere)
    return isOffer
      ? t('batchResult', name, on, fare.redeemed, sent, RESULT_DAYS, fare.bought)
      : t('batchResultNotes', name, on, '', sent, RESULT_DAYS, fare.bought);
  if (dayOf(now) > resultDay) return t('batchWaiting', name, on, sent, formatDay(resultDay));
  return t(isOffer ? 'batchPending' : 'batchPendingNotes', name, on, sent, formatDay(resultDay));
}
