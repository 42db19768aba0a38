/**
 * What each tab shows right now, for panel and popup. Kept in session storage: in memory only (chat texts are never written to
 * disk), and outlives the background worker. The background writes, the interface reads.
 */
import { browser } from 'wxt/browser';
import type { PageState } from '../model/page-state.ts';
import { panelFocus } from './panel-focus.ts';
import type { Platform } from '../model/platform.ts';

const keyOf = (tabId: number | '') => `page:${tabId}`;

/** A state and the frame of its tab that reported it, 0 for the page itself. */
type ShownState = PageState & { frameId: number };

/**
 * Of several frames in one tab, one that shows nothing of ours leaves standing what another one shows.
 * @returns what the tab showed before
 */
export async function setPageState(state: PageState, frameId = 0): Promise<PageState | null> {
  const asking = shownIn(state.tabId);
  const put = async () =>
    await browser.storage.session.set({ [keyOf(state.tabId)]: { ...state, frameId } satisfies ShownState });
  // What was there is asked for first and answered first: a screen need not wait until it is.
  if (state.page !== 'unknown') return (await Promise.all([asking, put()]))[0];
  const shown = await asking;
  const isElsewhere = shown !== null && shown.frameId !== frameId && shown.page !== 'unknown';
  if (!isElsewhere) await put();
  return shown;
}

/** The frame whose page a tab shows. */
export async function shownFrameId(tabId: number): Promise<number> {
  return (await shownIn(tabId))?.frameId ?? 0;
}

/**
 * A sign on the toolbar's button while a page's layout seems to have changed. On that tab it stands before the number of what
 * presses: it is to be seen nowhere else, the number is on every other tab and at the top of the panel.
 */
export async function setLayoutBadge({ tabId, layoutChanges }: PageState): Promise<void> {
  // Null leaves the tab to what holds for all tabs; the types know it of Firefox alone.
  const text = layoutChanges.length > 0 ? '!' : (null as unknown as string);
  // The tab may be gone by now.
  await browser.action.setBadgeText({ tabId, text }).catch(() => {});
}

/** How much presses, on every tab that has no sign of its own. */
export async function setCountBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
}

/** Customers whose conversation some tab shows. */
export async function customersInSight(): Promise<string[]> {
  const stored = await browser.storage.session.get();
  const states = Object.entries(stored).flatMap(([key, state]) =>
    key.startsWith('page:') ? [state as PageState] : [],
  );
  return states.flatMap(({ chat }) => (chat?.settled ? [chat.customerId] : []));
}

export async function removePageState(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Pages of the platform are not read any more, so what they showed is nothing to follow. */
export async function dropPageStatesOf(platform: Platform): Promise<void> {
  const stored = Object.entries(await browser.storage.session.get(null));
  const keys = stored.flatMap(([key, state]) =>
    key.startsWith(keyOf('')) && (state as ShownState).platform === platform ? [key] : [],
  );
  await browser.storage.session.remove(keys);
}

/** Somebody was forgotten: what tabs show of them goes, too, until their pages are read again; so does what the panel was asked to show. */
export async function dropFromPageStates(customerIds: ReadonlySet<string>): Promise<void> {
  const focus = await panelFocus.getValue();
  if (focus && 'customerId' in focus && customerIds.has(focus.customerId)) await panelFocus.setValue(null);
  for (const [key, value] of Object.entries(await browser.storage.session.get(null))) {
    if (!key.startsWith(keyOf(''))) continue;
    const state = value as ShownState;
    const buyers = state.buyers.filter(({ customerId }) => !customerIds.has(customerId ?? ''));
    const chat = state.chat && customerIds.has(state.chat.customerId) ? null : state.chat;
    if (buyers.length < state.buyers.length || chat !== state.chat)
      await browser.storage.session.set({ [key]: { ...state, buyers, chat } satisfies ShownState });
  }
}

export async function getPageState(tabId: number): Promise<PageState | null> {
  return await shownIn(tabId);
}

async function shownIn(tabId: number): Promise<ShownState | null> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as ShownState | undefined) ?? null;
}

/** Calls back on every change of one tab's state. @returns how to stop */
export function watchPageState(tabId: number, onChange: (state: PageState | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[keyOf(tabId)];
    if (area === 'session' && change) onChange((change.newValue as PageState | undefined) ?? null);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
