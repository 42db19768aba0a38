/** The script that looks at what is typed into a chat box. Most pages have none, so it is put into a page that says it has one. */
import { browser } from 'wxt/browser';

interface Scripting {
  executeScript(injection: object): Promise<unknown>;
}

/** Beside the page's own script, in one frame of a tab. @throws Error where the frame cannot be reached any more */
export async function putTypedCheck(tabId: number, frameId: number): Promise<void> {
  const { scripting } = browser as unknown as { scripting: Scripting };
  await scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/typed-check.js'] });
}
