import { useEffect, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { storageFullItems, unstoredKinds, type Unstored } from '../../lib/browser/storage-full.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

/** That the disk is full: all that was not stored, and what helps. Goes away by itself when there is room, or on a click. */
export function StorageFullNote() {
  const [fullAt, setFullAt] = useState<Partial<Record<Unstored, number | null>>>({});
  const [seenAt, setSeenAt] = useState(0);
  useEffect(() => {
    const stops = unstoredKinds.map((kind) => {
      const heard = (at: number | null) => setFullAt((before) => ({ ...before, [kind]: at }));
      void storageFullItems[kind].getValue().then(heard);
      return storageFullItems[kind].watch(heard);
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const unstored = unstoredKinds.filter((kind) => (fullAt[kind] ?? 0) > seenAt);
  if (unstored.length === 0) return null;
  return (
    <Note tone="risk" isLive>
      {unstored.map((kind) => (
        <p key={kind}>{t(`storageFull_${kind}`)}</p>
      ))}
      <p>{t('storageFullDo')}</p>
      <Button look="plain" onClick={() => setSeenAt(Math.max(...unstored.map((kind) => fullAt[kind]!)))}>
        {t('storageFullSeen')}
      </Button>
    </Note>
  );
}
