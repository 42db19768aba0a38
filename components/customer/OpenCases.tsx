import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import type { OpenCase } from '../../lib/views/customers/open-cases.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { daysAgoText, dayText } from '../words/times.ts';
import styles from './OpenCases.module.css';

const SHOWN = 3;

interface Props {
  cases: readonly OpenCase[];
  onWorkOrder: (about: { caseId: string; orderId: string; amountFen: number | null }) => void;
}

/** The cases that wait, what they ask for and since when: whoever answers this customer speaks of them first. */
export function OpenCases({ cases, onWorkOrder }: Props) {
  const now = useNow();
  if (cases.length === 0) return null;
  return (
    <ul className={styles.cases} aria-label={t('openCasesTitle')}>
      {cases.slice(0, SHOWN).map((each) => (
        <li key={each.caseId} className={styles.case}>
          <strong className={styles.type}>{each.type ?? t('caseOfNoType')}</strong>
          <span title={dayText(each.appliedAt ?? each.seenAt)}>{sinceText(each, now)}</span>
          <span className={styles.tail}>{orderTail(each.orderId)}</span>
          <Button
            look="plain"
            aria-label={t('wo_openOf', orderTail(each.orderId))}
            onClick={() => onWorkOrder({ caseId: each.caseId, orderId: each.orderId, amountFen: each.refundFen })}
          >
            {t('wo_openShort')}
          </Button>
        </li>
      ))}
      {cases.length > SHOWN && <li className={styles.tail}>{t('moreCases', cases.length - SHOWN)}</li>}
    </ul>
  );
}

function sinceText({ appliedAt, seenAt }: OpenCase, now: number): string {
  const ago = daysAgoText(dayOf(now) - dayOf(appliedAt ?? seenAt));
  return t(appliedAt === null ? 'caseSeen' : 'caseApplied', ago);
}
