import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { useBackupAge } from '../hooks/useBackupAge.ts';
import { useStorageRoom } from '../hooks/useStorageRoom.ts';
import { Button } from '../ui/Button.tsx';

const LEAST_ROOM = 256 * 1024 * 1024;

/** What threatens the store, and one click to where it is saved: the disk is nearly full, or there was no backup for a week. */
export function StoreReminder() {
  const room = useStorageRoom();
  const days = useBackupAge();
  const isFull = room !== null && room < LEAST_ROOM;
  if (days === null && !isFull) return null;
  return (
    <Button look="plain" onClick={() => void openDashboard('data')}>
      {isFull ? t('storageLow') : t('backupDue', days!)}
    </Button>
  );
}
