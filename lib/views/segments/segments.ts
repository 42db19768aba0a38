/** The segments that people saved. */
import type { SavedSegment } from '../../model/event.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

/** @returns the newest state of each, in the order in which they were first saved; removed and undone ones left out */
export async function readSavedSegments(db: LiukeDatabase): Promise<SavedSegment[]> {
  const events = await readStanding(db, 'segmentSaved', 'segmentRemoved');
  const segments = new Map<string, SavedSegment>();
  for (const event of events) {
    if (event.kind === 'segmentSaved') segments.set(event.segment.segmentId, event.segment);
    if (event.kind === 'segmentRemoved') segments.delete(event.segmentId);
  }
  return [...segments.values()];
}
