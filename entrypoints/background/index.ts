import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { followCommands } from '../../lib/browser/commands.ts';
import { getPageState, removePageState } from '../../lib/browser/page-states.ts';
import { keepPageScripts } from '../../lib/browser/page-scripts.ts';
import { restorePreciseMode } from '../../lib/browser/precise-mode.ts';
import { receive } from '../../lib/browser/receive.ts';
import { backupSinceSetting } from '../../lib/browser/settings.ts';
import { writtenLockMemory } from '../../lib/browser/lock-memory.ts';
import { observedPages, sellerPagesOf } from '../../lib/platforms/seller-pages.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import { countPuts } from '../../lib/store/puts.ts';
import { keepClocks, leaveSight } from './clock-watch.ts';
import { createServices } from './handlers.ts';
import { finishDeletingStore } from './privacy-handlers.ts';
import { keepLocking, lockByKey } from './lock-handlers.ts';
import { keepMaintained } from './maintenance.ts';
import { createSampleServices } from './sample-services.ts';
import { watchStorage } from './storage-watch.ts';

/**
 * The one writer. It may be stopped at any moment: listeners stand at once, state is in the store, open work is resumed.
 * A classic script, not a module: it is built on its own, so no screen loads what it alone needs.
 */
export default defineBackground({
  main() {
    const db = new LiukeDatabase('liuke', writtenLockMemory);
    const puts = countPuts(db);
    const maintenance = keepMaintained(db, puts);
    const clocks = keepClocks(db);
    // A browser that starts wakes the worker for it alone: what ran out meanwhile is a number on the button at once.
    browser.runtime.onStartup.addListener(() => clocks.look());
    receive([...watchStorage(createServices(db, maintenance, clocks), db, puts), ...createSampleServices()]);
    followCommands(() => void lockByKey(db));
    keepLocking(db);
    const gone = async (tabId: number) => {
      // Both at once: the next page's state must not be waited for, nor removed.
      const [left] = await Promise.all([getPageState(tabId), removePageState(tabId)]);
      await leaveSight(db, left, Date.now());
    };
    browser.tabs.onRemoved.addListener((tabId) => {
      void gone(tabId);
    });
    browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
      // Only of seller pages do we see the address: a tab that loads another one shows no page of ours any more.
      if (status === 'loading' && url === undefined) void gone(tabId);
    });
    const everywhere = (['jd', 'taobao'] as const).map((platform) => ({ platform, matches: observedPages[platform] }));
    keepPageScripts(everywhere.map(({ platform }) => ({ platform, matches: sellerPagesOf[platform] })));
    void restorePreciseMode(everywhere);
    void finishDeletingStore(db);
    void noteBackupSince();
    maintenance.wanted();
  },
});

async function noteBackupSince(): Promise<void> {
  if ((await backupSinceSetting.getValue()) === null) await backupSinceSetting.setValue(Date.now());
}
