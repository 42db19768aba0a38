import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { WorkOrder } from '../../lib/service/work-order.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { eventText } from '../words/service.ts';
import { minuteText } from '../words/times.ts';
import styles from './service.module.css';

/** What was done, the newest first; each can be taken back. */
export function WorkOrderHistory({ order }: { order: WorkOrder }) {
  const now = useNow();
  return (
    <ol className={styles.history}>
      {order.history.toReversed().map((event) => (
        <li key={event.id} className={styles.event}>
          <span className={styles.when}>{minuteText(event.at, now)}</span>
          <span className={styles.what}>{eventText(event)}</span>
          <Button look="plain" onClick={() => void toBackground.undoEvent({ eventId: event.id })}>
            {t('undo')}
          </Button>
        </li>
      ))}
    </ol>
  );
}
