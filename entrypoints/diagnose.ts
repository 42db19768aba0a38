import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { diagnosePage } from '../lib/page/diagnose.ts';
import { framedHosts } from '../lib/platforms/seller-pages.ts';

/** Runs once in the page, in our own world, when the panel asks for a diagnostic file, and hands it back. */
export default defineUnlistedScript(() => {
  if (window !== window.top && !framedHosts.includes(location.hostname)) return null;
  const extension = browser.runtime.getManifest().version;
  const random = [...crypto.getRandomValues(new Uint32Array(3))];
  return diagnosePage(window, { extension, now: Date.now(), random });
});
