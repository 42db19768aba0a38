import { payoutFen } from '../../lib/actions/rights.ts';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { dayOf, formatDay } from '../../lib/model/shanghai-time.ts';
import type { PayoutView } from '../../lib/views/service/payouts.ts';
import type { ServiceDesk } from '../../lib/views/service/service-desk.ts';
import { useNow } from '../hooks/useNow.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { yuanText } from '../words/amounts.ts';
import { whoseText } from '../words/service.ts';
import { shownName } from '../words/shown-name.ts';
import styles from './service.module.css';

interface Props {
  payouts: readonly PayoutView[];
  customers: ServiceDesk['customers'];
}

/** Rewards of referrals that are owed: who referred whom, how much and until when; somebody says that it was paid. */
export function PayoutList({ payouts, customers }: Props) {
  const today = dayOf(useNow());
  const undoable = useUndoable();
  return (
    <>
      <ul className={styles.rows}>
        {payouts.map(({ referral, state, customerId, friendId }) => {
          const { rightId, right } = referral;
          const who = whoseText({ customerId, orderId: null }, customers);
          return (
            <li key={rightId} className={`${styles.row} ${styles.spaced}`}>
              <div className={styles.first}>
                <strong>
                  {friendId === null && !right.friendName
                    ? who
                    : t('payout_of', who, friendText(friendId, right.friendName ?? null, customers))}
                </strong>
                <span>{t('payout_amount', yuanText(right.rewardFen), yuanText(payoutFen(referral)))}</span>
                <span className={state === 'open' ? styles.running : styles[state === 'late' ? 'late' : 'soon']}>
                  {state === 'late'
                    ? t('payout_late', formatDay(right.dueDay), today - right.dueDay)
                    : t(`payout_${state}`, formatDay(right.dueDay))}
                </span>
              </div>
              <div className={styles.line}>
                <Button
                  look="quiet"
                  aria-label={t('payout_payOf', who)}
                  onClick={() => undoable.run(() => toBackground.settleRight({ rightId }))}
                >
                  {t('right_settle_referral')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <UndoNote undoable={undoable} />
    </>
  );
}

function friendText(friendId: string | null, name: string | null, customers: ServiceDesk['customers']): string {
  if (friendId !== null) return whoseText({ customerId: friendId, orderId: null }, customers);
  return name === null ? t('unnamedBuyer') : shownName(name);
}
