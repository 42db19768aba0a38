/** Precise mode in the browser: the observer's two scripts are registered while it is on for a platform, and only then. */
import type { Platform } from '../model/platform.ts';
import { keepRegistered, type RegisteredScript } from './registered-scripts.ts';
import { preciseSettings } from './settings.ts';

export interface ObservedPages {
  platform: Platform;
  matches: readonly string[];
}

/** Both at the very start of the page: what they hand each other must pass before a script of the page runs. */
function scriptsFor({ platform, matches }: ObservedPages): RegisteredScript[] {
  const shared = { matches, runAt: 'document_start', allFrames: false, persistAcrossSessions: true } as const;
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
  await keepRegistered(scriptsFor(pages), isOn);
  if (isOn) await preciseSettings[pages.platform].setValue(true);
}

/** Brings what is registered in line with the settings: an update of the extension forgets it. */
export async function restorePreciseMode(pages: readonly ObservedPages[]): Promise<void> {
  for (const each of pages) await keepRegistered(scriptsFor(each), await preciseSettings[each.platform].getValue());
}
