/** Opening the guided tour in a tab: the one that is open already, or a new one. */
import { browser } from 'wxt/browser';

export async function openTour(): Promise<void> {
  const url = browser.runtime.getURL('/tour.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else {
    await browser.tabs.update(open.id, { active: true });
    await browser.windows.update(open.windowId, { focused: true });
  }
}
