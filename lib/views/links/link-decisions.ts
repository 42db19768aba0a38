/** What people said about links: of each the newest word, undone ones left out. */
import { linkIdOf } from '../../model/link.ts';
import type { EventRecord } from '../../store/database.ts';
import { standing } from '../standing-events.ts';

export interface LinkDecision {
  shopId: string;
  parties: [string, string];
  decision: 'confirmed' | 'refused';
  eventId: string;
  newCustomerId: string | null;
}

/**
 * @param events of any kind, in any order
 * @returns by the id of the link
 */
export function decisionsIn(events: readonly EventRecord[]): Map<string, LinkDecision> {
  const decisions = new Map<string, LinkDecision>();
  for (const event of standing(events)) {
    if (event.kind !== 'linkConfirmed' && event.kind !== 'linkRefused') continue;
    const { shopId, parties } = event;
    decisions.set(linkIdOf(parties), {
      shopId,
      parties,
      eventId: event.id,
      ...(event.kind === 'linkConfirmed'
        ? { decision: 'confirmed', newCustomerId: event.newCustomerId }
        : { decision: 'refused', newCustomerId: null }),
    });
  }
  return decisions;
}
