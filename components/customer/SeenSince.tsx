import { t } from '../../lib/browser/i18n.ts';
import { dayText } from '../words/times.ts';
import styles from './SeenSince.module.css';

/** From when on the shop's pages were seen: what lies before is unknown, not zero. */
export function SeenSince({ at }: { at: number | null }) {
  return <p className={styles.since}>{at === null ? t('seenNothing') : t('seenSince', dayText(at))}</p>;
}
