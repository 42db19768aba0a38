import { useEffect, useState } from 'react';
import { backupSinceSetting, lastBackupSetting } from '../../lib/browser/settings.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';
import { useNow } from './useNow.ts';

export const REMIND_AFTER_DAYS = 7;

/** Whole days without a backup of a store that holds something, from the day on which a reminder is due; null before. */
export function useBackupAge(): number | null {
  const now = useNow();
  const [from, setFrom] = useState<number | null>(null);
  const isEmpty = useKeyedQuery('orders', 0, async () => (await database.orders.limit(1).primaryKeys()).length === 0);
  useEffect(() => {
    const look = async () => setFrom((await lastBackupSetting.getValue()) ?? (await backupSinceSetting.getValue()));
    void look();
    return lastBackupSetting.watch(() => void look());
  }, []);
  if (from === null || isEmpty !== false) return null;
  const days = Math.floor((now - from) / DAY_MS);
  return days >= REMIND_AFTER_DAYS ? days : null;
}
