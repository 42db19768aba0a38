import { dropFromPageStates } from '../../lib/browser/page-states.ts';
import { setPreciseMode } from '../../lib/browser/precise-mode.ts';
import { clearSettings } from '../../lib/browser/settings.ts';
import type { FromUi, Handlers } from '../../lib/messaging/protocol.ts';
import { noteExport } from '../../lib/pipeline/append-audit.ts';
import type { CustomerIds } from '../../lib/pipeline/customer-id.ts';
import { beginDeletingShop } from '../../lib/pipeline/forget/delete-shop.ts';
import { deleteStore, endDeletingStore, isDeletingStore } from '../../lib/pipeline/forget/delete-store.ts';
import { setRetention } from '../../lib/pipeline/forget/expire.ts';
import { countExpired } from '../../lib/pipeline/forget/expired.ts';
import { forgetCustomer } from '../../lib/pipeline/forget/forget-customer.ts';
import { removeSample } from '../../lib/pipeline/sample/open-sample.ts';
import { observedPages } from '../../lib/platforms/seller-pages.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { hasSample, sampleDatabase } from '../../lib/store/sample-store.ts';
import { readLinkedCustomer } from '../../lib/views/links/linked-customers.ts';
import type { Maintenance } from './maintenance.ts';

type PrivacyMessages = Pick<
  Handlers<FromUi>,
  'forgetCustomer' | 'deleteShop' | 'deleteStore' | 'setRetention' | 'countExpired' | 'noteExport'
>;

interface Writer {
  db: LiukeDatabase;
  maintenance: Maintenance;
  ids: () => Promise<CustomerIds>;
  /** What is kept in memory of the store, the key of the ids included, is of no use any more. */
  changed: () => void;
}

/** What is asked of the writer about keeping and forgetting. */
export function privacyHandlers({ db, maintenance, ids, changed }: Writer): PrivacyMessages {
  return {
    async forgetCustomer({ customerId }, _, command) {
      const linked = await readLinkedCustomer(db, customerId);
      const receipt = await forgetCustomer(db, await ids(), customerId, command);
      await dropFromPageStates(new Set([customerId, linked.customerId, ...linked.parties]));
      changed();
      maintenance.wanted();
      return receipt;
    },
    async deleteShop({ shopId }, _, command) {
      await beginDeletingShop(db, await ids(), shopId, command);
      changed();
      maintenance.wanted();
    },
    async deleteStore(_, __, command) {
      const receipt = await deleteStore(db, command);
      changed();
      await finishDeletingStore(db);
      return receipt;
    },
    async setRetention(retention, _, command) {
      const eventId = await setRetention(db, retention, command);
      maintenance.wanted();
      return { eventId };
    },
    countExpired: async (retention) => await countExpired(db, retention, Date.now()),
    noteExport: async (note, _, command) => await noteExport(db, note, command),
  };
}

/** The browser's own settings follow the store; also when the worker was stopped between the two. */
export async function finishDeletingStore(db: LiukeDatabase): Promise<void> {
  if (!(await isDeletingStore(db))) return;
  for (const platform of ['jd', 'taobao'] as const)
    await setPreciseMode({ platform, matches: observedPages[platform] }, false);
  await clearSettings();
  if (await hasSample()) await removeSample(sampleDatabase());
  await endDeletingStore(db);
}
