import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { storageFullItem } from '../../lib/browser/storage-full.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

/** That the disk is full: what was not stored, and what helps. Goes away by itself when there is room, or on a click. */
export function StorageFullNote() {
  const [full, setFull] = useState(storageFullItem.fallback);
  const [seenAt, setSeenAt] = useState(0);
  useEffect(() => {
    void storageFullItem.getValue().then(setFull);
    return storageFullItem.watch(setFull);
  }, []);
  if (!full || full.at === seenAt) return null;
  return (
    <Note tone="risk" isLive>
      <p>{t(`storageFull_${full.what}`)}</p>
      <p>{t('storageFullDo')}</p>
      <Button look="plain" onClick={() => setSeenAt(full.at)}>
        {t('storageFullSeen')}
      </Button>
    </Note>
  );
}
