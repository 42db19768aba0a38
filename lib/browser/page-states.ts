/**
 * What each tab shows right now, for panel and popup. Kept in session storage: in memory only (chat texts are never written to
 * disk), and outlives the background worker. The background writes, the interface reads.
 */
import { browser } from 'wxt/browser';
import type { PageState } from '../model/page-state.ts';

const keyOf = (tabId: number) => `page:${tabId}`;

export async function setPageState(state: PageState): Promise<void> {
  await browser.storage.session.set({ [keyOf(state.tabId)]: state });
}

export async function removePageState(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

export async function getPageState(tabId: number): Promise<PageState | null> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as PageState | undefined) ?? null;
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
