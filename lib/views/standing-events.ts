/** What still holds of the stored log. */
import { standing as standingOf } from '../model/standing-events.ts';
import type { EventRecord, LiukeDatabase } from '../store/database.ts';
import { eventsOf } from '../store/events-of.ts';

/**
 * @param events in any order; with them the undoes that may be about them
 * @returns those that were not undone, the oldest first
 */
export function standing(events: readonly EventRecord[]): EventRecord[] {
  return standingOf(events);
}

/** What was said of these kinds, the oldest first, without what was undone. */
export async function readStanding(
  db: LiukeDatabase,
  ...kinds: readonly EventRecord['kind'][]
): Promise<EventRecord[]> {
  return standing(await eventsOf(db, ...kinds, 'undo'));
}
