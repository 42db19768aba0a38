import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { followCommands } from '../../lib/browser/commands.ts';
import { removePageState } from '../../lib/browser/page-states.ts';
import { restorePreciseMode } from '../../lib/browser/precise-mode.ts';
import { receive } from '../../lib/browser/receive.ts';
import { observedPages } from '../../lib/platforms/seller-pages.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';
import { createServices } from './handlers.ts';
import { keepMaintained } from './maintenance.ts';

/**
 * The one writer. It may be stopped at any moment: listeners stand at once, state is in the store, open work is resumed.
 * A classic script, not a module: it is built on its own, so no screen loads what it alone needs.
 */
export default defineBackground({
  main() {
    const db = new LiukeDatabase();
    const maintenance = keepMaintained(db);
    receive(createServices(db, maintenance));
    followCommands();
    browser.tabs.onRemoved.addListener((tabId) => {
      void removePageState(tabId);
    });
    browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
      // Only of seller pages do we see the address: a tab that loads another one shows no page of ours any more.
      if (status === 'loading' && url === undefined) void removePageState(tabId);
    });
    const everywhere = (['jd', 'taobao'] as const).map((platform) => ({ platform, matches: observedPages[platform] }));
    void restorePreciseMode(everywhere);
    maintenance.wanted();
  },
});
