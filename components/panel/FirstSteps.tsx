import { t } from '../../lib/browser/i18n.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './FirstSteps.module.css';

/** Nothing seen yet: what we do, what we never do, how to begin. */
export function FirstSteps() {
  return (
    <EmptyState title={t('startHere')}>
      <ul className={styles.promises}>
        <li>{t('promiseReadOnly')}</li>
        <li>{t('promiseOffline')}</li>
        <li>{t('promiseNeverSends')}</li>
      </ul>
    </EmptyState>
  );
}
