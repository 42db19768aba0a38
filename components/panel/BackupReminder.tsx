import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { useBackupAge } from '../hooks/useBackupAge.ts';
import { Button } from '../ui/Button.tsx';
import styles from './PanelFooter.module.css';

/** One quiet line after a week without a backup. */
export function BackupReminder() {
  const days = useBackupAge();
  if (days === null) return null;
  return (
    <span className={styles.reminder}>
      {t('backupDue', days)}
      <Button look="plain" onClick={() => void openDashboard()}>
        {t('backupGo')}
      </Button>
    </span>
  );
}
