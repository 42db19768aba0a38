import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { BACKUP_DAYS, useLastBackup } from '../hooks/useLastBackup.ts';
import { useNow } from '../hooks/useNow.ts';
import { useStorageRoom } from '../hooks/useStorageRoom.ts';
import { Button } from '../ui/Button.tsx';

const LEAST_ROOM = 256 * 1024 * 1024;

/** What threatens the store, and one click to where it is saved: the disk is nearly full, or there was no backup for long. */
export function StoreReminder() {
  const now = useNow();
  const room = useStorageRoom();
  const lastAt = useLastBackup();
  const days = useKeyedQuery('captures', 0, () => database.captures.toArray()) ?? [];
  /** What was never saved counts from the day there was something to save. */
  const since = lastAt ?? days.reduce((first, { firstAt }) => Math.min(first, firstAt), now);
  const isOld = lastAt !== undefined && now - since > BACKUP_DAYS * DAY_MS;
  const isFull = room !== null && room < LEAST_ROOM;
  if (!isOld && !isFull) return null;
  return (
    <Button look="plain" onClick={() => void openDashboard('data')}>
      {isFull ? t('storageLow') : t('backupDue', BACKUP_DAYS)}
    </Button>
  );
}
