import { t } from '../../../lib/browser/i18n.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { REMIND_AFTER_DAYS } from '../../hooks/useBackupAge.ts';
import { useLastBackup } from '../../hooks/useLastBackup.ts';
import { useNow } from '../../hooks/useNow.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { database } from '../../hooks/database.ts';
import { Note } from '../../ui/Note.tsx';
import { minuteText } from '../../words/times.ts';
import { ExportData } from '../export/ExportData.tsx';
import { ImportSection } from '../import/ImportSection.tsx';
import { PlanBackups } from './PlanBackups.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';
import { SaveBackup } from './SaveBackup.tsx';

/** What is kept, out of the browser and back: the browser forgets everything when the extension is removed. */
export function DataSection({ shop }: { shop: ShopChoice | undefined }) {
  const now = useNow();
  const lastAt = useLastBackup();
  const brokenOff = useKeyedQuery('restore', 0, async () => (await database.jobs.get('restore')) !== undefined);
  const isOld = lastAt !== undefined && (lastAt === null || now - lastAt > REMIND_AFTER_DAYS * DAY_MS);
  return (
    <>
      {brokenOff && <Note tone="watch">{t('restoreBrokenOff')}</Note>}
      {isOld && <Note tone="watch">{lastAt === null ? t('backupFirst') : t('backupOld', REMIND_AFTER_DAYS)}</Note>}
      <ImportSection />
      {shop && <ExportData shop={shop} />}
      <SaveBackup lastText={lastAt ? t('backupLast', minuteText(lastAt, now)) : t('backupNever')} />
      <PlanBackups />
      <RestoreBackup />
    </>
  );
}
