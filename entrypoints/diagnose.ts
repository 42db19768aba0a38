import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { diagnosePage } from '../lib/page/diagnose.ts';

/** Runs once in the page, in our own world, when the panel asks for a diagnostic file, and hands it back; in its frames, too. */
export default defineUnlistedScript(() => {
  const extension = browser.runtime.getManifest().version;
  const random = [...crypto.getRandomValues(new Uint32Array(3))];
  return diagnosePage(window, { extension, now: Date.now(), random });
});
