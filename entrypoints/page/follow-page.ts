import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createChipLayer } from '../../components/overlay/chip-layer.ts';
import { createOverlay } from '../../components/overlay/overlay.ts';
import { isExtensionAlive } from '../../lib/browser/alive.ts';
import { receive } from '../../lib/browser/receive.ts';
import { toBackgroundFromPage } from '../../lib/browser/send.ts';
import { overlaySetting, preciseSettings, withdrawnSettings } from '../../lib/browser/settings.ts';
import { isOwnPage, service } from '../../lib/messaging/server.ts';
import { toPage } from '../../lib/messaging/to-page.ts';
import { keptPort } from '../../lib/observer/hand-over.ts';
import { boxKeeper, keepHandOver } from '../../lib/page/chat-box.ts';
import { observedBatch } from '../../lib/page/observed-batch.ts';
import { startPageSession, type PageSession } from '../../lib/page/page-session.ts';
import { platformOf } from '../../lib/platforms/platform-of.ts';
import type { ReadPage } from '../../lib/platforms/read-page.ts';

/**
 * Reads the seller's page it is in, draws chips over it, fills the chat box on the panel's command.
 * @param readPage with the readers of the page's platform
 */
export async function followPage(ctx: ContentScriptContext, readPage: ReadPage): Promise<void> {
  const overlay = createOverlay(window);
  const { show, follow } = boxKeeper(() => toBackgroundFromPage.bringTypedCheck({}));
  const session = startPageSession({
    view: window,
    report: toBackgroundFromPage.reportPage,
    readPage,
    layer: createChipLayer(window, overlay),
    showBox: show,
    now: Date.now,
    isAlive: isExtensionAlive,
  });
  keepHandOver(globalThis, { overlay, follow, openBox: session.openBox });
  const stopObserver = takeObserved(session);
  const stop = () => {
    session.stop();
    stopObserver();
  };
  ctx.onInvalidated(stop);
  const platform = platformOf(new URL(location.href));
  if (platform !== null)
    withdrawnSettings[platform].watch((isWithdrawn) => {
      if (isWithdrawn) stop();
    });
  receive([
    service(toPage, isOwnPage, {
      fillReply: async ({ customerKey, text }) => session.fill(customerKey, text),
      areYouThere: async () => true,
    }),
  ]);
  session.setOverlay(await overlaySetting.getValue());
  overlaySetting.watch((isOn) => session.setOverlay(isOn));
}

/** Where precise mode was on when the page was loaded, what the observer hands over. @returns how to send it away */
function takeObserved(session: PageSession): () => void {
  const port = keptPort(globalThis);
  const platform = platformOf(new URL(location.href));
  if (port === null || platform === null) return () => {};
  const stop = () => port.postMessage('stop');
  port.addEventListener('message', ({ data }) => {
    const batch = observedBatch(data, platform);
    if (batch) session.takeObserved(batch);
  });
  port.start();
  preciseSettings[platform].watch((isOn) => {
    if (!isOn) stop();
  });
  return stop;
}
