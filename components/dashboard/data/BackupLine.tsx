import { useEffect, useRef, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { database } from '../../hooks/database.ts';
import { useBackupAge } from '../../hooks/useBackupAge.ts';
import { useBackupPlan } from '../../hooks/useBackupPlan.ts';
import { useLock } from '../../hooks/useLock.ts';
import { useNow } from '../../hooks/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { errorText } from '../../words/files.ts';
import { isPlanDue, makePlannedBackup } from './planned-backup.ts';

/**
 * Makes the backup that is due, where the browser lets it and names can be read; says what is in the way, and (where it `reminds`) when
 * there has been none for a week.
 */
export function BackupLine({ reminds }: { reminds: boolean }) {
  const { plan, isAllowed, refresh } = useBackupPlan();
  const days = useBackupAge();
  const now = useNow();
  const [failure, setFailure] = useState<string | null>(null);
  const isRunning = useRef(false);
  const isDue = !!plan && isPlanDue(plan, now);
  const lock = useLock();
  const isLocked = lock?.isLocked ?? false;
  const run = async () => {
    if (isRunning.current || !plan) return;
    isRunning.current = true;
    try {
      await makePlannedBackup(plan, Date.now());
      setFailure(null);
    } catch (error) {
      // Locked on the way, it is made once it is unlocked.
      if (!database.seal.isLocked) setFailure(errorText(error));
    } finally {
      isRunning.current = false;
      refresh();
    }
  };
  useEffect(() => {
    if (!isDue || !isAllowed || failure !== null || lock === undefined || isLocked) return undefined;
    const timer = setTimeout(() => void run());
    return () => clearTimeout(timer);
  });
  if (failure !== null && plan)
    return (
      <Note tone="risk" isLive>
        {t('planFailed', plan.folder.name, failure)}{' '}
        <Button look="plain" onClick={() => void run()}>
          {t('planAgain')}
        </Button>
      </Note>
    );
  if (isDue && isLocked)
    return (
      <Note tone="watch">
        {t('planLocked')} <a href="#privacy">{t('lockOpen')}</a>
      </Note>
    );
  if (isDue && !isAllowed)
    return (
      <Note tone="watch">
        {t('planAsks', plan.folder.name)}{' '}
        <Button look="plain" onClick={() => void plan.folder.requestPermission({ mode: 'readwrite' }).then(refresh)}>
          {t('planAllow')}
        </Button>
      </Note>
    );
  if (days === null || plan || !reminds) return null;
  return (
    <Note tone="plain">
      {t('backupDue', days)} <a href="#data">{t('backupGo')}</a>
    </Note>
  );
}
