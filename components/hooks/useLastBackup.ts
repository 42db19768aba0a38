import { useEffect, useState } from 'react';
import { lastBackupSetting } from '../../lib/browser/settings.ts';

/** Epoch ms; null when there was none; undefined while it is asked for. */
export function useLastBackup(): number | null | undefined {
  const [lastAt, setLastAt] = useState<number | null>();
  useEffect(() => {
    void lastBackupSetting.getValue().then(setLastAt);
    return lastBackupSetting.watch(setLastAt);
  }, []);
  return lastAt;
}
