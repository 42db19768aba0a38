/** The keys that the browser itself listens to, wherever one is; people change them in the browser's own settings. */
import { browser } from 'wxt/browser';
import { openCompanion } from './companion-window.ts';
import { panelFocus } from './panel-focus.ts';
import { openPanel } from './side-panel.ts';

/** A nick or an order number is shorter. */
const LONGEST_LOOK_UP = 80;

/** Opens the panel; the popup and Firefox' sidebar have commands that the browser does itself. */
const OPEN_PANEL = 'open-panel';
/** Looks up what is selected on a seller's page; beside everything else the window for what is copied. */
const LOOK_UP = 'look-up';
/** Names and notes are sealed again, wherever one is. */
const LOCK = 'lock';

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

/**
 * The browser opens the panel only within the key press itself, so nothing is awaited before.
 * @param lockNow what the background does at the key of the lock
 */
export function followCommands(lockNow: () => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === LOCK) lockNow();
    if (tab?.windowId === undefined || tab.id === undefined) return;
    if (command === OPEN_PANEL) openPanel(tab.windowId);
    // Of seller pages alone do we see the address.
    else if (command === LOOK_UP && tab.url === undefined) void openCompanion('chat');
    else if (command === LOOK_UP) {
      openPanel(tab.windowId);
      void lookUpSelection(tab.id);
    }
  });
}

/** What is selected is read in our own world: nothing on the page can tell. The clipboard is never looked at here. */
async function lookUpSelection(tabId: number): Promise<void> {
  const [found] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => getSelection()?.toString() ?? '',
  });
  const text = (found?.result ?? '').trim();
  await panelFocus.setValue({ text: text.slice(0, LONGEST_LOOK_UP), askedAt: Date.now() });
}
