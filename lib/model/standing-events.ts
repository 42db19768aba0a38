/** What still holds of the event log. */
import type { LogEvent } from './event.ts';

/**
 * @param events in any order; with them the undoes that may be about them
 * @returns those that were not undone, the oldest first
 */
export function standing<Event extends LogEvent>(events: readonly Event[]): Event[] {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.eventId] : [])));
  const isInUndoneBatch = (event: Event) => event.kind === 'templateSaved' && undone.has(event.batchId ?? '');
  return events
    .filter((event) => event.kind !== 'undo' && !undone.has(event.id) && !isInUndoneBatch(event))
    .toSorted((a, b) => (a.logicalTime < b.logicalTime ? -1 : 1));
}
