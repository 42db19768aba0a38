import { t } from '../../../lib/browser/i18n.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { BACKUP_DAYS, useLastBackup } from '../../hooks/useLastBackup.ts';
import { useNow } from '../../hooks/useNow.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { database } from '../../hooks/database.ts';
import { Note } from '../../ui/Note.tsx';
import { minuteText } from '../../words/times.ts';
import { ImportSection } from '../import/ImportSection.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';
import { SaveBackup } from './SaveBackup.tsx';

/** What is kept, out of the browser and back: the browser forgets everything when the extension is removed. */
export function DataSection() {
  const now = useNow();
  const lastAt = useLastBackup();
  const brokenOff = useKeyedQuery('restore', 0, async () => (await database.jobs.get('restore')) !== undefined);
  const isOld = lastAt !== undefined && (lastAt === null || now - lastAt > BACKUP_DAYS * DAY_MS);
  return (
    <>
      {brokenOff && <Note tone="watch">{t('restoreBrokenOff')}</Note>}
      {isOld && <Note tone="watch">{lastAt === null ? t('backupFirst') : t('backupOld', BACKUP_DAYS)}</Note>}
      <ImportSection />
      <SaveBackup lastText={lastAt ? t('backupLast', minuteText(lastAt, now)) : t('backupNever')} />
      <RestoreBackup />
    </>
  );
}
