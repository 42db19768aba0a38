import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createChipLayer } from '../../components/overlay/chip-layer.ts';
import { overlaySetting } from '../../lib/browser/settings.ts';
import { toBackgroundFromPage } from '../../lib/browser/send.ts';
import { toPage } from '../../lib/messaging/protocol.ts';
import { isOwnPage, listener, service } from '../../lib/messaging/server.ts';
import { startPageSession } from '../../lib/page/page-session.ts';
import { sellerPages } from '../../lib/platforms/seller-pages.ts';

/** Reads the seller's page it is in, draws chips over it, fills the chat box on the panel's command. */
export default defineContentScript({
  matches: [...sellerPages],
  runAt: 'document_idle',
  async main(ctx) {
    const session = startPageSession({
      view: window,
      report: toBackgroundFromPage.reportPage,
      layer: createChipLayer(window),
      now: Date.now,
    });
    ctx.onInvalidated(() => session.stop());
    const commands = service(toPage, isOwnPage, {
      fillReply: async ({ customerKey, text }) => session.fill(customerKey, text),
    });
    browser.runtime.onMessage.addListener(
      listener([commands], { id: browser.runtime.id, origin: browser.runtime.getURL('/') }) as never,
    );
    session.setOverlay(await overlaySetting.getValue());
    overlaySetting.watch((isOn) => session.setOverlay(isOn));
  },
});
