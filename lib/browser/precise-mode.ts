/** Precise mode in the browser: the observer's two scripts are registered while it is on for a platform, and only then. */
import { browser } from 'wxt/browser';
import type { Platform } from '../model/platform.ts';
import { preciseSettings } from './settings.ts';

export interface ObservedPages {
  platform: Platform;
  matches: readonly string[];
}

interface Scripting {
  getRegisteredContentScripts(filter: { ids: string[] }): Promise<{ id: string }[]>;
  registerContentScripts(scripts: object[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

/** Both at the very start of the page: what they hand each other must pass before a script of the page runs. */
function scriptsFor({ platform, matches }: ObservedPages) {
  const shared = { matches: [...matches], runAt: 'document_start', allFrames: false, persistAcrossSessions: true };
  return [
    { ...shared, id: `observer-port-${platform}`, js: ['observer-port.js'], world: 'ISOLATED' },
    { ...shared, id: `observer-${platform}`, js: ['observer.js'], world: 'MAIN' },
  ];
}

/**
 * Switches it on or off; pages that are open already are not changed.
 * @throws Error where the browser cannot do it; the setting stays off then
 */
export async function setPreciseMode(pages: ObservedPages, isOn: boolean): Promise<void> {
  if (!isOn) await preciseSettings[pages.platform].setValue(false);
  await register(pages, isOn);
  if (isOn) await preciseSettings[pages.platform].setValue(true);
}

/** Brings what is registered in line with the settings: an update of the extension forgets it. */
export async function restorePreciseMode(pages: readonly ObservedPages[]): Promise<void> {
  for (const each of pages) await register(each, await preciseSettings[each.platform].getValue());
}

async function register(pages: ObservedPages, isOn: boolean): Promise<void> {
  const { scripting } = browser as unknown as { scripting?: Scripting };
  if (!scripting) {
    if (isOn) throw new Error('precise mode needs a browser with scripting.registerContentScripts');
    return;
  }
  const scripts = scriptsFor(pages);
  const ids = scripts.map(({ id }) => id);
  const registered = (await scripting.getRegisteredContentScripts({ ids })).map(({ id }) => id);
  if (isOn && registered.length === ids.length) return;
  if (registered.length > 0) await scripting.unregisterContentScripts({ ids: registered });
  if (isOn) await scripting.registerContentScripts(scripts);
}
