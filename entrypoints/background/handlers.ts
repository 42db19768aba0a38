/** Message -> pipeline. What a page reports is ingested, its tab's state is published, its buyers' marks go back. */
import { overlaySetting } from '../../lib/browser/settings.ts';
import { setPageState } from '../../lib/browser/page-states.ts';
import { fromPage, fromUi } from '../../lib/messaging/protocol.ts';
import { isOwnPage, isPageScript, service } from '../../lib/messaging/server.ts';
import { openCustomerIds } from '../../lib/pipeline/customer-id.ts';
import { recordContact, undoEvent } from '../../lib/pipeline/record-event.ts';
import { takeInPage } from '../../lib/pipeline/take-in-page.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { marksBy } from './marks.ts';

/** @param db the one writer's database */
export function createServices(db: LiukeDatabase) {
  const ids = openCustomerIds(db);
  const page = service(fromPage, isPageScript, {
    async reportPage(report, { tab }) {
      const seen = await takeInPage(db, await ids, report, Date.now());
      if (tab?.id !== undefined) await setPageState({ tabId: tab.id, ...seen.state });
      return {
        byOrderId: marksBy(seen.byOrderId),
        byChatKey: marksBy(seen.byChatKey),
        rejects: seen.state.rejects,
        health: seen.state.health,
      };
    },
  });
  const ui = service(fromUi, isOwnPage, {
    recordContact: async (contact) => ({ eventId: await recordContact(db, contact, Date.now()) }),
    undoEvent: async ({ eventId }) => ({ eventId: await undoEvent(db, eventId, Date.now()) }),
    setOverlay: async ({ isOn }) => await overlaySetting.setValue(isOn),
  });
  return [page, ui];
}
