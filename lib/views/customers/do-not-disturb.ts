/** Who is not to be disturbed: the newest word about each customer, undone ones left out. */
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { readCustomerIdsNow } from '../links/linked-customers.ts';
import { standing } from '../standing-events.ts';

/** @returns of these customers, or of all when none are named, those not to be disturbed */
export async function readUndisturbed(db: LiukeDatabase, customerIds?: readonly string[]): Promise<Set<string>> {
  if (!customerIds) return await readAllUndisturbed(db);
  const linked = await db.linkedParties
    .where('customerId')
    .anyOf([...customerIds])
    .toArray();
  const events = await db.events
    .where('customerId')
    .anyOf([...new Set([...customerIds, ...linked.map(({ party }) => party)])])
    .toArray();
  return undisturbedIn(events, new Map(linked.map(({ party, customerId }) => [party, customerId])));
}

async function readAllUndisturbed(db: LiukeDatabase): Promise<Set<string>> {
  const events = await db.events.where('kind').anyOf('doNotDisturb', 'undo').toArray();
  const spokenOf = [...new Set(events.flatMap((event) => event.customerId ?? []))];
  return undisturbedIn(events, await readCustomerIdsNow(db, spokenOf));
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
