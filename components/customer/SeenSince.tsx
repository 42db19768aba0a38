import { t } from '../../lib/browser/i18n.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import styles from './SeenSince.module.css';

/** The first Shanghai day of which the shop's orders were seen: what lies before is unknown, not zero. */
export function SeenSince({ day }: { day: number | null }) {
  return <p className={styles.since}>{day === null ? t('seenNothing') : t('seenSince', formatDay(day))}</p>;
}
