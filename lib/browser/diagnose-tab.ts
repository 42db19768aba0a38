/** The diagnostic file of the page in a tab. Its script is too large to stand in every page and is put there for this once. */
import { browser } from 'wxt/browser';

interface Scripting {
  executeScript(injection: object): Promise<{ frameId: number; result?: unknown }[]>;
}

/**
 * @returns the file; null for a page on which we are silent
 * @throws Error where the page cannot be reached
 */
export async function diagnoseTab(tabId: number): Promise<string | null> {
  const { scripting } = browser as unknown as { scripting: Scripting };
  const answers = await scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/diagnose.js'] });
  // A page that stands in a frame is the one that is read.
  const inFrames = answers.toSorted((a, b) => b.frameId - a.frameId);
  const file = inFrames.find(({ result }) => typeof result === 'string')?.result;
  return typeof file === 'string' ? file : null;
}
