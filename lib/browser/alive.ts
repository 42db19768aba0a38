/** Whether a page's script still belongs to an extension: after an update or a removal it is an orphan, and the browser says no more. */
import { browser } from 'wxt/browser';

export function isExtensionAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
