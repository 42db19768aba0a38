/**
 * Opening the panel: Chrome's and Edge's side panel, Firefox' sidebar, and where the browser has neither the same panel in the window of
 * our own. Call within a click, before any await.
 */
import { browser } from 'wxt/browser';
import { openCompanion } from './companion-window.ts';

interface PanelApis {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

export function openPanel(windowId: number): void {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApis;
  if (sidePanel) void sidePanel.open({ windowId });
  else if (sidebarAction) void sidebarAction.open();
  else void openCompanion('page');
}
