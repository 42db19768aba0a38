import { t } from '../../lib/browser/i18n.ts';
import { openTour } from '../../lib/browser/open-tour.ts';
import { PageAccessList } from '../access/PageAccessList.tsx';
import { usePageAccess } from '../hooks/usePageAccess.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './FirstSteps.module.css';

/** Nothing seen yet: what we do, what we never do, the platforms to choose from, and a look around with sample data. */
export function FirstSteps() {
  const access = usePageAccess();
  const ofPlatforms = Object.values(access ?? {});
  const isAllowed = ofPlatforms.some((one) => one !== 'none');
  const isAllAllowed = access !== null && ofPlatforms.every((one) => one === 'all');
  return (
    <EmptyState title={t(isAllowed ? 'startHere' : 'startChoose')}>
      <ul className={styles.promises}>
        <li>{t('promiseReadOnly')}</li>
        <li>{t('promiseOffline')}</li>
        <li>{t('promiseNeverSends')}</li>
      </ul>
      <PageAccessList />
      {!isAllAllowed && <p className={styles.note}>{t('accessMeans')}</p>}
      <Button onClick={() => void openTour()}>{t('tourStart')}</Button>
    </EmptyState>
  );
}
