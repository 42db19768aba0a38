/** Who is not to be disturbed: the newest word about each customer, undone ones left out. */
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { standing } from '../standing-events.ts';

/** @returns of these customers, or of all when none are named, those not to be disturbed */
export async function readUndisturbed(db: LiukeDatabase, customerIds?: readonly string[]): Promise<Set<string>> {
  const linked = customerIds
    ? await db.linkedParties
        .where('customerId')
        .anyOf([...customerIds])
        .toArray()
    : await db.linkedParties.toArray();
  const events = customerIds
    ? await db.events
        .where('customerId')
        .anyOf([...new Set([...customerIds, ...linked.map(({ party }) => party)])])
        .toArray()
    : await db.events.where('kind').anyOf('doNotDisturb', 'undo').toArray();
  return undisturbedIn(events, new Map(linked.map(({ party, customerId }) => [party, customerId])));
}

/**
 * @param events of any kind, in any order
 * @param linked party -> the customer it is part of: what was said of one of them is said of the person
 */
export function undisturbedIn(events: readonly EventRecord[], linked: ReadonlyMap<string, string>): Set<string> {
  const undisturbed = new Set<string>();
  for (const event of standing(events)) {
    if (event.kind !== 'doNotDisturb') continue;
    const customerId = linked.get(event.customerId) ?? event.customerId;
    if (event.isOn) undisturbed.add(customerId);
    else undisturbed.delete(customerId);
  }
  return undisturbed;
}
