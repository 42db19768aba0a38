/** What still holds of the stored log. */
import { standing as standingOf } from '../model/standing-events.ts';
import type { EventRecord } from '../store/database.ts';

/**
 * @param events in any order; with them the undoes that may be about them
 * @returns those that were not undone, the oldest first
 */
export function standing(events: readonly EventRecord[]): EventRecord[] {
  return standingOf(events);
}
