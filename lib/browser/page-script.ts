/** Whether the script in a seller's page answers: one of an older version, or none, does not, until the page is loaded anew. */
import { browser } from 'wxt/browser';
import { toTab } from './send.ts';

/** A script starts when its page stands; before that its silence says nothing. */
const GRACE_MS = 1500;

/** Only of sellers' pages do we see the address. */
async function isSilent(tabId: number): Promise<boolean> {
  const { url, status } = await browser.tabs.get(tabId);
  if (!url?.startsWith('https://') || status !== 'complete') return false;
  return await toTab(tabId)
    .areYouThere(null)
    .then(
      (answer) => !answer,
      () => true,
    );
}

/** Calls back with whether the tab's page has to be loaded anew, now and after each of its loads. @returns how to stop */
export function watchSilence(tabId: number, onChange: (isPageSilent: boolean) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void isSilent(tabId).then(onChange, () => onChange(false)), GRACE_MS);
  };
  const onUpdated = (changedId: number) => {
    if (changedId === tabId) ask();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  ask();
  return () => {
    clearTimeout(timer);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
}
