/** Message -> pipeline, of costs, trials and what a shop decides about its offers. */
import type { fromUi, Handlers } from '../../lib/messaging/protocol.ts';
import { recordActionSettings, startTrial, stopTrial } from '../../lib/pipeline/run-trials.ts';
import type { ShopLinter } from '../../lib/pipeline/shop-linter.ts';
import { takeCosts } from '../../lib/pipeline/take-costs.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';

type OfferMessages = Pick<typeof fromUi, 'takeCosts' | 'setActionSettings' | 'startTrial' | 'stopTrial'>;

export function offerHandlers(db: LiukeDatabase, linter: ShopLinter): Handlers<OfferMessages> {
  return {
    takeCosts: async (list) => ({ eventId: await takeCosts(db, list, Date.now()) }),
    setActionSettings: async (choice) => ({ eventId: await recordActionSettings(db, choice, Date.now()) }),
    startTrial: async (trial) => await startTrial(db, linter, trial, Date.now()),
    stopTrial: async ({ trialId }) => ({ eventId: await stopTrial(db, trialId, Date.now()) }),
  };
}
