/** Scripts that the browser is told of while the extension runs, instead of in its manifest. */
import { browser } from 'wxt/browser';

/** In the form of the browser's own call; `id` is ours. */
export interface RegisteredScript {
  id: string;
  matches: readonly string[];
  js: readonly string[];
  runAt: 'document_start' | 'document_idle';
  allFrames: boolean;
  persistAcrossSessions: boolean;
  world?: 'ISOLATED' | 'MAIN';
}

interface Scripting {
  getRegisteredContentScripts(filter: { ids: string[] }): Promise<{ id: string }[]>;
  registerContentScripts(scripts: readonly RegisteredScript[]): Promise<void>;
  unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
}

/**
 * Brings what is registered in line: all of these scripts, or none of them.
 * @throws Error where they are wanted and the browser has no such call
 */
export async function keepRegistered(scripts: readonly RegisteredScript[], isOn: boolean): Promise<void> {
  const { scripting } = browser as unknown as { scripting?: Scripting };
  if (!scripting) {
    if (isOn) throw new Error('expected a browser with scripting.registerContentScripts, found none');
    return;
  }
  const ids = scripts.map(({ id }) => id);
  const registered = (await scripting.getRegisteredContentScripts({ ids })).map(({ id }) => id);
  if (isOn && registered.length === ids.length) return;
  if (registered.length > 0) await scripting.unregisterContentScripts({ ids: registered });
  if (isOn) await scripting.registerContentScripts(scripts);
}
