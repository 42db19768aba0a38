/** Opening the panel: Chrome's and Edge's side panel, Firefox' sidebar. Call within a click, before any await. */
import { browser } from 'wxt/browser';

interface PanelApis {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** @returns false where the browser has neither */
export function openSidePanel(windowId: number): boolean {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApis;
  if (sidePanel) void sidePanel.open({ windowId });
  else if (sidebarAction) void sidebarAction.open();
  else return false;
  return true;
}
