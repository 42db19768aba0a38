/** The lock of names and notes, as the pages ask for it. */
import { noteOpened, onLockAlarm, setLockAlarm } from '../../lib/browser/lock-memory.ts';
import type { FromUi, Handlers } from '../../lib/messaging/protocol.ts';
import type { Unlocked } from '../../lib/model/lock.ts';
import {
  changePassphrase,
  giveUpSealed,
  lockNow,
  removeLock,
  setAutoLock,
  setLock,
  unlock,
} from '../../lib/pipeline/lock/keep-lock.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import type { Maintenance } from './maintenance.ts';

type LockMessages = Pick<
  Handlers<FromUi>,
  'setLock' | 'unlock' | 'lockNow' | 'changePassphrase' | 'removeLock' | 'giveUpSealed' | 'setAutoLock'
>;

/** @param changed what is kept in memory of names is of no use any more */
export function lockHandlers(db: LiukeDatabase, maintenance: Maintenance, changed: () => void): LockMessages {
  const opened = async (answer: Unlocked): Promise<Unlocked> => {
    if (answer.ok) {
      await noteOpened(Date.now());
      await setLockAlarm(true);
      maintenance.wanted();
    }
    return answer;
  };
  return {
    setLock: async ({ passphrase }) => await opened(await setLock(db, passphrase, Date.now())),
    unlock: async ({ passphrase }) => await opened(await unlock(db, passphrase, Date.now())),
    async lockNow() {
      await close(db);
      changed();
    },
    changePassphrase: async (asked) => await opened(await changePassphrase(db, asked, Date.now())),
    removeLock: async ({ passphrase }) => await opened(await removeLock(db, passphrase, Date.now())),
    async giveUpSealed() {
      await giveUpSealed(db, Date.now());
      maintenance.wanted();
    },
    setAutoLock: async ({ minutes }) => await setAutoLock(db, minutes),
  };
}

async function close(db: LiukeDatabase): Promise<void> {
  await lockNow(db);
  await setLockAlarm(false);
}

/** Locks when nobody was there for as long as was chosen. Call it at once when the worker starts. */
export function keepLocking(db: LiukeDatabase): void {
  onLockAlarm((usedAt) => {
    void lockWhenUnused(db, usedAt);
  });
}

async function lockWhenUnused(db: LiukeDatabase, usedAt: number): Promise<void> {
  if (!db.isOpen()) await db.open();
  const lock = db.seal.record;
  if (!lock || db.seal.isLocked) return await setLockAlarm(false);
  const { autoLockMinutes } = lock;
  if (autoLockMinutes !== null && Date.now() - usedAt >= autoLockMinutes * 60_000) await close(db);
}
