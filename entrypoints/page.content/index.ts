import { defineContentScript } from 'wxt/utils/define-content-script';
import { createChipLayer } from '../../components/overlay/chip-layer.ts';
import { receive } from '../../lib/browser/receive.ts';
import { toBackgroundFromPage } from '../../lib/browser/send.ts';
import { overlaySetting } from '../../lib/browser/settings.ts';
import { isOwnPage, service } from '../../lib/messaging/server.ts';
import { toPage } from '../../lib/messaging/to-page.ts';
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
    receive([
      service(toPage, isOwnPage, { fillReply: async ({ customerKey, text }) => session.fill(customerKey, text) }),
    ]);
    session.setOverlay(await overlaySetting.getValue());
    overlaySetting.watch((isOn) => session.setOverlay(isOn));
  },
});
