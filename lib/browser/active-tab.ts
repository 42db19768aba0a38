/** Which tab the person looks at: the panel follows it. */
import { browser } from 'wxt/browser';

/** The active tab of this window, or null when it cannot be told. */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Calls back when another tab becomes active in this window. @returns how to stop */
export function watchActiveTab(onChange: (tabId: number) => void): () => void {
  const own = browser.windows.getCurrent();
  const listener = ({ tabId, windowId }: { tabId: number; windowId: number }) => {
    void own.then((window) => {
      if (window.id === windowId) onChange(tabId);
    });
  };
  browser.tabs.onActivated.addListener(listener);
  return () => browser.tabs.onActivated.removeListener(listener);
}
