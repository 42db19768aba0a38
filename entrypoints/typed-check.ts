import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createStrip } from '../components/overlay/strip.ts';
import { toBackgroundFromPage } from '../lib/browser/send.ts';
import { keptHandOver } from '../lib/page/chat-box.ts';
import { startTypedCheck } from '../lib/page/typed-check.ts';

/** Looks at what is typed into the chat box, in our own world beside the page's script, which brought it in and leads it. */
export default defineUnlistedScript(() => {
  const page = keptHandOver(globalThis);
  page?.follow(
    startTypedCheck({
      view: window,
      lint: toBackgroundFromPage.lintTyped,
      stripFor: (actions) => createStrip(window, page.overlay, actions),
      openBox: page.openBox,
    }),
  );
});
