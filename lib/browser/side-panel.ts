/**
 * Opening the panel: Chrome's and Edge's side panel, Firefox' sidebar, and where the browser has neither (or beside a desktop
 * chat client) the same page in a window of its own. Call within a click, before any await.
 */
import { browser } from 'wxt/browser';

interface PanelApis {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const WINDOW = { type: 'popup', width: 380, height: 760 } as const;

export function openPanel(windowId: number): void {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApis;
  if (sidePanel) void sidePanel.open({ windowId });
  else if (sidebarAction) void sidebarAction.open();
  else void browser.windows.create({ ...WINDOW, url: browser.runtime.getURL('/sidepanel.html') });
}
