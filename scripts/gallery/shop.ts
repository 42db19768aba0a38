/** The gallery's shop: the sample of the guided tour in the store that all screens look at, and the background that answers them. */
import { createServices } from '../../entrypoints/background/handlers.ts';
import { setPageState } from '../../lib/browser/page-states.ts';
import { writtenLockMemory } from '../../lib/browser/lock-memory.ts';
import { listener, service } from '../../lib/messaging/server.ts';
import { ofSample, type Sender } from '../../lib/messaging/protocol.ts';
import { openCustomerIds } from '../../lib/pipeline/customer-id.ts';
import { openSample } from '../../lib/pipeline/sample/open-sample.ts';
import { sampleReports } from '../../lib/pipeline/sample/sample-reports.ts';
import { takeInPage } from '../../lib/pipeline/take-in-page.ts';
import { sampleShop } from '../../lib/rules/sample.ts';
import { LiukeDatabase } from '../../lib/store/database.ts';

export interface GalleryShop {
  /** Answers a message of one of our pages, as the background does. */
  answer: (message: unknown) => Promise<unknown> | undefined;
  close(): void;
}

/**
 * @param isEmpty leaves the store without a shop
 * @param tabId of the tab that shows the shop's order list
 */
export async function openShop(
  extensionId: string,
  { isEmpty, tabId }: { isEmpty: boolean; tabId: number },
): Promise<GalleryShop> {
  const db = new LiukeDatabase('liuke', writtenLockMemory);
  const now = Date.now();
  await Promise.all(db.tables.map((table) => table.clear()));
  if (!isEmpty) {
    await openSample(db, sampleShop, now);
    const list = sampleReports(sampleShop, now).findLast(({ page }) => page === 'order-list')!;
    const { state } = await takeInPage(db, await openCustomerIds(db), { ...list, observedAt: now }, now);
    await setPageState({ tabId, ...state });
  }
  const extension = { id: extensionId, origin: 'chrome-extension://gallery/' };
  const sender: Sender = { id: extensionId, url: `${extension.origin}sidepanel.html` };
  const services = createServices(db, { wanted() {} }, { look() {}, async seeMissed() {} });
  // The tour finds its sample where the other screens look, and takes it away from none of them.
  const tour = service(ofSample, () => true, { async openSample() {}, async removeSample() {} });
  const answer = listener([...services, tour], extension);
  return {
    // Nothing is damaged: a sample that says so must not have all the others built anew.
    answer: (message) => (nameOf(message) === 'rebuildColumns' ? new Promise(() => {}) : answer(message, sender)),
    close: () => db.close(),
  };
}

function nameOf(message: unknown): unknown {
  return (message as { name?: unknown } | null)?.name;
}
