/** Message -> pipeline, of costs, trials and what a shop decides about its offers. */
import type { fromUi, Handlers } from '../../lib/messaging/protocol.ts';
import { recordActionSettings, startTrial, stopTrial } from '../../lib/pipeline/run-trials.ts';
import type { ShopLinter } from '../../lib/pipeline/shop-linter.ts';
import { takeCosts } from '../../lib/pipeline/take-costs.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';

type OfferMessages = Pick<typeof fromUi, 'takeCosts' | 'setActionSettings' | 'startTrial' | 'stopTrial'>;

export function offerHandlers(db: LiukeDatabase, linter: ShopLinter): Handlers<OfferMessages> {
  return {
    takeCosts: async (list, _, command) => ({ eventId: await takeCosts(db, list, command) }),
    setActionSettings: async (choice, _, command) => ({ eventId: await recordActionSettings(db, choice, command) }),
    startTrial: async (trial, _, command) => await startTrial(db, linter, trial, command),
    stopTrial: async (stopped, _, command) => ({ eventId: await stopTrial(db, stopped, command) }),
  };
}
