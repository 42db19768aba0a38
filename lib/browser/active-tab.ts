/**
 * Which tab the person looks at: the panel follows it. A side panel belongs to its own window; where the panel stands in a
 * window of its own (browsers without side panels), it follows the browser window used last.
 */
import { browser } from 'wxt/browser';

/** The window whose tabs the panel follows. */
async function followedWindowId(): Promise<number | undefined> {
  const own = await browser.windows.getCurrent();
  if (own.type === 'normal') return own.id;
  const last = await browser.windows.getLastFocused({ windowTypes: ['normal'] });
  return last.id;
}

/** The active tab of the followed window, or null when it cannot be told. */
export async function activeTabId(): Promise<number | null> {
  const windowId = await followedWindowId();
  if (windowId === undefined) return null;
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id ?? null;
}

/** Calls back when the person turns to another tab or, for a panel in its own window, to another window. @returns how to stop */
export function watchActiveTab(onChange: (tabId: number) => void): () => void {
  const look = () => {
    void activeTabId().then((tabId) => {
      if (tabId !== null) onChange(tabId);
    });
  };
  browser.tabs.onActivated.addListener(look);
  browser.windows.onFocusChanged.addListener(look);
  return () => {
    browser.tabs.onActivated.removeListener(look);
    browser.windows.onFocusChanged.removeListener(look);
  };
}

/** This page's own window, or null when it cannot be told. */
export async function currentWindowId(): Promise<number | null> {
  return (await browser.windows.getCurrent()).id ?? null;
}
