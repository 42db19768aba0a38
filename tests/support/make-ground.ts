import type { OfferGround } from '../../lib/actions/suggest.ts';
import { makeCustomerId } from './make-history.ts';

/** Of a shop where nothing stands in the way of an offer. */
export function makeGround(changes: Partial<OfferGround> = {}): OfferGround {
  return {
    customerId: makeCustomerId(1),
    trials: [],
    companions: [],
    margin: null,
    floorShare: 0,
    toNew: [],
    refusedBy: () => null,
    ...changes,
  };
}
