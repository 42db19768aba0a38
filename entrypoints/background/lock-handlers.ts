/** The lock of names and notes, as the pages ask for it. */
import { noteOpened, onLockAlarm, setLockAlarm } from '../../lib/browser/lock-memory.ts';
import { openDashboard } from '../../lib/browser/open-dashboard.ts';
import type { FromUi, Handlers } from '../../lib/messaging/protocol.ts';
import type { Unlocked } from '../../lib/model/lock.ts';
import {
  changePassphrase,
  giveUpSealed,
  lockNow,
  lockWhenUnused,
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

export function lockHandlers(db: LiukeDatabase, maintenance: Maintenance): LockMessages {
  const opened = async (answer: Unlocked): Promise<Unlocked> => {
    if (answer.ok) {
      await noteOpened(Date.now());
      await setLockAlarm(true);
      maintenance.wanted();
    }
    return answer;
  };
  // Tried at once, in several windows, many would be tried before the first wrong one is counted.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = async (attempt: () => Promise<Unlocked>): Promise<Unlocked> => {
    const attempted = turn.then(async () => await opened(await attempt()));
    turn = attempted.catch(() => {});
    return await attempted;
  };
  return {
    setLock: async ({ passphrase }, _, command) => await inTurn(async () => await setLock(db, passphrase, command)),
    unlock: async ({ passphrase }) => await inTurn(async () => await unlock(db, passphrase, Date.now())),
    lockNow: async () => await close(db),
    changePassphrase: async (asked, _, command) => await inTurn(async () => await changePassphrase(db, asked, command)),
    removeLock: async ({ passphrase }, _, command) =>
      await inTurn(async () => await removeLock(db, passphrase, command)),
    async giveUpSealed(_, __, command) {
      await giveUpSealed(db, command);
      maintenance.wanted();
    },
    setAutoLock: async ({ minutes }) => await setAutoLock(db, minutes),
  };
}

async function close(db: LiukeDatabase): Promise<void> {
  await lockNow(db);
  await setLockAlarm(false);
}

/** At the key of the lock: closes it; where there is none, shows where one is set. */
export async function lockByKey(db: LiukeDatabase): Promise<void> {
  await close(db);
  if (db.seal.record === null) await openDashboard('privacy');
}

/**
 * Locks when nobody was there for as long as was chosen. Call it at once when the worker starts: it looks then, too, since a browser's alarm
 * waits for a time of the clock, and comes late where that was put back.
 */
export function keepLocking(db: LiukeDatabase): void {
  onLockAlarm((usedAt) => {
    // A store that cannot be opened shows nobody anything.
    void lockWhenUnused(db, usedAt, Date.now()).then(setLockAlarm, () => {});
  });
}
