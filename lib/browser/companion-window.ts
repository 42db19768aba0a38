/**
 * The window of our own: beside a desktop chat client, which no extension can read, or in place of the side panel where the browser has
 * none. There is one; it opens where it was left.
 */
import { browser } from 'wxt/browser';
import { storedItem } from './stored-item.ts';

/** What the window is for: `chat` keeps to what is pasted into it, `page` follows the active tab as the side panel does. */
export type CompanionMode = 'chat' | 'page';

interface WindowBounds {
  left: number;
  top: number;
  width: number;
  height: number;
}

const FIRST_SIZE = { width: 380, height: 760 } as const;

export const companionMode = storedItem<CompanionMode>('local', 'companionMode', 'chat');
const companionBounds = storedItem<WindowBounds | null>('local', 'companionBounds', null);

/** Accounts of the user's shops, as they said by telling who the buyer is. Forgotten with the browser's session. */
export const ownChatNames = storedItem<string[]>('session', 'ownChatNames', []);

export async function openCompanion(mode: CompanionMode): Promise<void> {
  await companionMode.setValue(mode);
  const url = browser.runtime.getURL('/companion.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.windowId !== undefined) return void (await browser.windows.update(open.windowId, { focused: true }));
  const create = async (bounds: Partial<WindowBounds>) =>
    void (await browser.windows.create({ type: 'popup', url, ...FIRST_SIZE, ...bounds }));
  // A place on a screen that is gone is refused.
  await create((await companionBounds.getValue()) ?? {}).catch(() => create({}));
}

/** Keeps where the window is, whenever it is left or changed in size. @returns how to stop */
export function rememberCompanionBounds(): () => void {
  const keep = async () => {
    const { type, state, left, top, width, height } = await browser.windows.getCurrent();
    if (type !== 'popup' || state !== 'normal') return;
    if (left !== undefined && top !== undefined && width !== undefined && height !== undefined)
      await companionBounds.setValue({ left, top, width, height });
  };
  const look = () => void keep();
  window.addEventListener('blur', look);
  window.addEventListener('resize', look);
  return () => {
    window.removeEventListener('blur', look);
    window.removeEventListener('resize', look);
  };
}
