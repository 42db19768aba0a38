/** Our own pages in windows, for the demo and the browser tests. */
import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { MessageKey } from '../../lib/browser/i18n.ts';

/** The extension's background worker, started again by the browser if it was stopped. */
export async function backgroundOf(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  return context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', { predicate: isOurs }));
}

/** The panel in a window of its own, as in browsers without side panels; it follows the window used last. */
export async function openPanelWindow(context: BrowserContext, extensionId: string): Promise<Page> {
  const opened = context.waitForEvent('page', (page) => page.url().startsWith(`chrome-extension://${extensionId}/`));
  await (await backgroundOf(context, extensionId)).evaluate(createPanelWindow);
  const panel = await opened;
  await panel.waitForLoadState();
  return panel;
}

/** Runs in the extension's worker. */
async function createPanelWindow(): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: { windows: { create(options: object): Promise<unknown> } } };
  await chrome.windows.create({ url: 'sidepanel.html', type: 'popup', width: 380, height: 800, focused: false });
}

/** A text of our interface, in whatever language this browser has given it. */
export async function wordOf(page: Page, key: MessageKey): Promise<string> {
  return await page.evaluate((name) => {
    const { chrome } = globalThis as unknown as { chrome: { i18n: { getMessage(key: string): string } } };
    return chrome.i18n.getMessage(name);
  }, key);
}
