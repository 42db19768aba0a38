/** The scripts in sellers' pages: registered where the person allowed it, put at once into pages that are open already. */
import { browser } from 'wxt/browser';
import type { Platform } from '../model/platform.ts';
import { readPageAccess, watchPageAccess, type PageAccess } from './page-access.ts';
import { dropPageStatesOf } from './page-states.ts';
import { keepRegistered, type RegisteredScript } from './registered-scripts.ts';
import { withdrawnSettings } from './settings.ts';

interface Scripting {
  executeScript(injection: object): Promise<unknown>;
}

export interface SellerPages {
  platform: Platform;
  matches: readonly string[];
}

function scriptOf({ platform, matches }: SellerPages): RegisteredScript {
  return {
    id: `page-${platform}`,
    matches,
    js: [`content-scripts/${platform}-page.js`],
    runAt: 'document_idle',
    // Order lists and chat histories are embedded in other consoles, too.
    allFrames: true,
    persistAcrossSessions: true,
  };
}

/**
 * From now on what is registered follows what is allowed. Call it when the background starts: an update of the extension forgets what was
 * registered, and somebody may have changed the browser's settings meanwhile.
 */
export function keepPageScripts(pages: readonly SellerPages[]): void {
  let turn: Promise<void> = Promise.resolve();
  const follow = (access: PageAccess, isNew: boolean) => {
    const bring = async () => {
      for (const each of pages) {
        const isOn = access[each.platform] !== 'none';
        await keepRegistered([scriptOf(each)], isOn);
        await withdrawnSettings[each.platform].setValue(!isOn);
        if (!isOn) await dropPageStatesOf(each.platform);
        else if (isNew) await putIntoOpenPages(each);
      }
    };
    // One after the other: a script that is registered twice is an error. One that failed keeps no later one back.
    turn = turn.then(bring, bring);
  };
  watchPageAccess((access) => follow(access, true));
  void readPageAccess().then((access) => follow(access, false));
}

/** A page that has the script already, starts it anew and ends the one before it. */
async function putIntoOpenPages(pages: SellerPages): Promise<void> {
  const { scripting } = browser as unknown as { scripting: Scripting };
  for (const { id } of await browser.tabs.query({ url: [...pages.matches] }))
    if (id !== undefined)
      await scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files: scriptOf(pages).js.map((file) => `/${file}`) })
        // A page of which only some hosts were allowed, or that is gone by now.
        .catch(() => {});
}
