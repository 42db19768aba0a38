/** Who is not to be disturbed: the newest word about each customer, undone ones left out. */
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { eventsOf } from '../../store/events-of.ts';
import { recordsOf } from '../../store/of-keys.ts';
import { readCustomerIdsNow, readPartiesOf } from '../links/linked-customers.ts';
import { standing } from '../standing-events.ts';

/** @returns of these customers, or of all when none are named, those not to be disturbed */
export async function readUndisturbed(db: LiukeDatabase, customerIds?: readonly string[]): Promise<Set<string>> {
  if (!customerIds) return await readAllUndisturbed(db);
  const [own, linked] = await Promise.all([
    recordsOf(db.events, 'customerId', customerIds),
    readPartiesOf(db, customerIds),
  ]);
  const others = linked.flatMap(({ party, customerId }) => (party === customerId ? [] : [party]));
  const events = [...own, ...(await recordsOf(db.events, 'customerId', others))];
  return undisturbedIn(events, new Map(linked.map(({ party, customerId }) => [party, customerId])));
}

async function readAllUndisturbed(db: LiukeDatabase): Promise<Set<string>> {
  const events = await eventsOf(db, 'doNotDisturb', 'undo');
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
