import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { storeLostSetting } from '../../lib/browser/settings.ts';
import { dayOf, formatDay } from '../../lib/model/shanghai-time.ts';
import { database } from '../hooks/database.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

/** That the browser lost what was kept here, and the way to a backup. Stays until a person has read it. */
export function StoreLostNote() {
  const [lost, setLost] = useState<typeof storeLostSetting.fallback>(null);
  useEffect(() => {
    void storeLostSetting.getValue().then(setLost);
    return storeLostSetting.watch(setLost);
  }, []);
  useEffect(() => {
    // Whoever begins the work between pages finds out whether anything is gone.
    const ask = () => void toBackground.rebuildColumns({}).catch(() => {});
    database.lossWatchers.add(ask);
    return () => void database.lossWatchers.delete(ask);
  }, []);
  if (!lost) return null;
  return (
    <Note tone="risk" isLive>
      <p>{t('storeLost', formatDay(dayOf(lost.heldSince)), formatDay(dayOf(lost.foundAt)))}</p>
      <p>{t('storeLostDo')}</p>
      <Button look="plain" onClick={() => void openDashboard('data')}>
        {t('storeLostRestore')}
      </Button>
      <Button look="plain" onClick={() => void storeLostSetting.setValue(null)}>
        {t('storageFullSeen')}
      </Button>
    </Note>
  );
}
