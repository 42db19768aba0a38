/** Who is not to be disturbed: the newest word about each customer, undone ones left out. */
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { standing } from './standing-events.ts';

/** @returns of these customers, or of all when none are named, those not to be disturbed */
export async function readUndisturbed(db: LiukeDatabase, customerIds?: readonly string[]): Promise<Set<string>> {
  const events = customerIds
    ? await db.events
        .where('customerId')
        .anyOf([...customerIds])
        .toArray()
    : await db.events.where('kind').anyOf('doNotDisturb', 'undo').toArray();
  return undisturbedIn(events);
}

/** @param events of any kind, in any order */
export function undisturbedIn(events: readonly EventRecord[]): Set<string> {
  const undisturbed = new Set<string>();
  for (const event of standing(events)) {
    if (event.kind !== 'doNotDisturb') continue;
    if (event.isOn) undisturbed.add(event.customerId);
    else undisturbed.delete(event.customerId);
  }
  return undisturbed;
}
