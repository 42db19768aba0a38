/** Opening the insight page in a tab: the one that is open already, or a new one. */
import { browser } from 'wxt/browser';

/** @param section to open it at; left out, it stays where it is */
export async function openDashboard(section?: string): Promise<void> {
  const url = browser.runtime.getURL('/dashboard.html');
  const at = section === undefined ? {} : { url: `${url}#${section}` };
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) await browser.tabs.create({ url, ...at });
  else {
    await browser.tabs.update(open.id, { active: true, ...at });
    await browser.windows.update(open.windowId, { focused: true });
  }
}
