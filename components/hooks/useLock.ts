import { useEffect, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { noteUse, watchLock } from '../../lib/browser/lock-memory.ts';
import type { LockState } from '../../lib/model/lock.ts';
import type { SealJobRecord } from '../../lib/store/privacy-records.ts';
import { readLock } from '../../lib/store/lock-record.ts';
import { database } from './database.ts';

export interface LockShown {
  state: LockState;
  isLocked: boolean;
  autoLockMinutes: number | null;
  /** How much of the records is gone through; null when nothing is under way. */
  progress: number | null;
}

/** Keeps this page's view of the store to the lock: what is shown is read again when it was opened or closed. */
export function followLock(): void {
  noteUse(Date.now);
  watchLock(() => {
    void database.takeLock().then(() => database.readAgain());
  });
}

/** Undefined while it is not known, null for no lock. */
export function useLock(): LockShown | null | undefined {
  return useLiveQuery(async () => {
    const [lock, job] = await Promise.all([readLock(database.meta), database.jobs.get('seal')]);
    if (!lock) return null;
    const { done, total } = (job as SealJobRecord | undefined) ?? { done: 0, total: 0 };
    return {
      state: lock.state,
      isLocked: database.seal.isLocked,
      autoLockMinutes: lock.autoLockMinutes,
      progress: job ? Math.min(1, done / Math.max(1, total)) : null,
    };
  }, []);
}

/** Counts down to a moment. @returns seconds left, 0 when it has come */
export function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until <= Date.now()) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
