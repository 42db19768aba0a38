import { labelText, t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { dayOf, formatDay } from '../../lib/model/shanghai-time.ts';
import { attributionRules } from '../../lib/rules/service.ts';
import type { MendState } from '../../lib/service/mends.ts';
import { NAMED_TO_TELL, type ServiceDesk } from '../../lib/views/service/service-desk.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { reasonText, whoseText } from '../words/service.ts';
import styles from './service.module.css';

const carriers = new Map(attributionRules.carriers.known.map(({ id, label }) => [id, label]));

interface Props {
  mends: readonly MendState[];
  customers: ServiceDesk['customers'];
}

/** What was mended, by whom and when: whom to tell, with the words, and how often it came again (TPL-22). */
export function MendList({ mends, customers }: Props) {
  const undoable = useUndoable();
  return (
    <>
      <ul className={styles.rows}>
        {mends.map(({ mendId, cause, mendedAt, by, toTell, told, recurrences, lastAt }) => {
          const { article, labelId, carrier } = cause;
          const reason = reasonText(labelId);
          const label = carrier === null ? undefined : carriers.get(carrier);
          const carrierText = label ? labelText(label) : carrier;
          return (
            <li key={mendId} className={`${styles.row} ${styles.spaced}`}>
              <div className={styles.first}>
                <strong>{[article, reason, carrierText].filter((text) => text !== null).join(' · ')}</strong>
                <span className={styles.aside}>{t('mend_by', formatDay(dayOf(mendedAt)), by)}</span>
                <span className={recurrences > 0 ? styles.late : styles.running}>
                  {lastAt === null ? t('mend_notAgain') : t('mend_again', recurrences, formatDay(dayOf(lastAt)))}
                </span>
              </div>
              <div className={styles.line}>
                <span className={styles.aside}>{toTellText(toTell.length, told.length)}</span>
                {toTell.length > 0 && (
                  <CopyButton text={t('hotSpotText', article, reason)}>{t('hotSpotCopyText')}</CopyButton>
                )}
              </div>
              {toTell.length > 0 && (
                <div className={styles.line}>
                  {toTell.slice(0, NAMED_TO_TELL).map((customerId) => {
                    const who = whoseText({ customerId, orderId: null }, customers);
                    return (
                      <Button
                        key={customerId}
                        look="quiet"
                        onClick={() => undoable.run(() => toBackground.noteMendTold({ mendId, customerId }))}
                      >
                        {t('mend_told', who)}
                      </Button>
                    );
                  })}
                  {toTell.length > NAMED_TO_TELL && <span>{t('hotSpotMore', toTell.length - NAMED_TO_TELL)}</span>}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <UndoNote undoable={undoable} />
    </>
  );
}

/** "待告知 3 位 · 已告知 1 位"; of what nobody met of whom more than a mask is known there is nobody to tell. */
function toTellText(toTell: number, told: number): string {
  if (toTell + told === 0) return t('mend_toldNobody');
  return [...(toTell > 0 ? [t('mend_toTell', toTell)] : []), ...(told > 0 ? [t('mend_toldCount', told)] : [])].join(
    ' · ',
  );
}
