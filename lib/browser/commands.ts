/** The keys that the browser itself listens to, wherever one is; people change them in the browser's own settings. */
import { browser } from 'wxt/browser';
import { openPanel } from './side-panel.ts';

/** Opens the panel; the popup and Firefox' sidebar have commands that the browser does itself. */
const OPEN_PANEL = 'open-panel';

export interface AssignedKey {
  command: string;
  description: string;
  /** As the browser writes it; empty where nobody chose one, or another extension has it. */
  keys: string;
}

export async function assignedKeys(): Promise<AssignedKey[]> {
  const all = await browser.commands.getAll();
  return all.map(({ name, description, shortcut }) => ({
    command: name ?? '',
    description: description ?? '',
    keys: shortcut ?? '',
  }));
}

/** The browser opens the panel only within the key press itself, so nothing is awaited before. */
export function followCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === OPEN_PANEL && tab?.windowId !== undefined) openPanel(tab.windowId);
  });
}
