import { t } from '../../lib/browser/i18n.ts';
import { declineReasons, type DeclineReason } from '../../lib/model/decline-reason.ts';
import styles from './TaskRow.module.css';

/** Why a suggestion does not suit: the reason teaches the order of the list. */
export function DeclineSelect({ label, onDecline }: { label: string; onDecline: (reason: DeclineReason) => void }) {
  return (
    <select
      className={styles.decline}
      data-decline
      aria-label={label}
      value=""
      onChange={(event) => onDecline(event.target.value as DeclineReason)}
      onKeyDown={(event) => {
        // Closed, it would take the first reason at one press of an arrow.
        if (!event.key.startsWith('Arrow') || !event.currentTarget.showPicker) return;
        event.preventDefault();
        event.currentTarget.showPicker();
      }}
    >
      <option value="" disabled>
        {t('today_decline')}
      </option>
      {declineReasons.map((reason) => (
        <option key={reason} value={reason}>
          {t(`decline_${reason}`)}
        </option>
      ))}
    </select>
  );
}
