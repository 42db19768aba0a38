/** When the work between pages runs: one run at a time, the worker kept awake while it lasts. */
import { browser } from 'wxt/browser';
import { maintain } from '../../lib/pipeline/maintain.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import type { Puts } from '../../lib/store/puts.ts';
import { isNewerStore, isStorageFull } from '../../lib/store/store-trouble.ts';
import { noteStorage } from './storage-watch.ts';
import { noteStoreLoss } from './store-loss.ts';

/** A worker without events is stopped after 30 s; asking the browser anything counts as one. */
const STAY_AWAKE_MS = 20_000;

/** After a full disk it runs again so soon, in a worker that was stopped meanwhile, too: half a minute is the least that browsers allow. */
const ROOM_ALARM = 'room';
const ROOM_AFTER_MINUTES = 0.5;

export interface Maintenance {
  /** There may be work: it begins soon, or once more after the run that is under way. */
  wanted(): void;
}

/** Call it at once when the worker starts, before any await. */
export function keepMaintained(db: LiukeDatabase, puts: Puts): Maintenance {
  let isRunning = false;
  let isWantedAgain = false;
  const run = async () => {
    isRunning = true;
    const awake = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE_MS);
    try {
      do {
        isWantedAgain = false;
        await noteStorage(puts, 'derived', async () => {
          await noteStoreLoss(db, Date.now());
          await maintain(db, Date.now());
        });
      } while (isWantedAgain);
    } catch (error) {
      // Screens say both.
      if (isStorageFull(error)) await browser.alarms.create(ROOM_ALARM, { delayInMinutes: ROOM_AFTER_MINUTES });
      else if (!isNewerStore(error)) throw error;
    } finally {
      clearInterval(awake);
      isRunning = false;
    }
  };
  const wanted = () => {
    if (isRunning) isWantedAgain = true;
    else void run();
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ROOM_ALARM) wanted();
  });
  return { wanted };
}
