import { useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { SavedSegment } from '../../lib/model/event.ts';
import { readSavedSegments } from '../../lib/views/segments/segments.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** What was just done, to be said and taken back. */
export type SegmentChange = { did: 'save' | 'change' | 'remove'; label: string; eventId: string } | { did: 'fail' };

/** The segments people saved, and what may be done with them; undefined while they are being read. */
export function useSavedSegments() {
  const segments = useKeyedQuery('saved', 0, () => readSavedSegments(database));
  const [change, setChange] = useState<SegmentChange | null>(null);
  const tell = async (command: () => Promise<SegmentChange | null>) => {
    try {
      setChange(await command());
    } catch {
      setChange({ did: 'fail' });
    }
  };
  return {
    segments,
    change,
    /** A name that is there already is given the new line. */
    save: (label: string, query: string) =>
      tell(async () => {
        const known = segments?.find((segment) => segment.label === label);
        const segmentId = known?.segmentId ?? crypto.randomUUID();
        const { eventId } = await toBackground.saveSegment({ segmentId, label, query });
        return { did: known ? 'change' : 'save', label, eventId };
      }),
    remove: ({ segmentId, label }: SavedSegment) =>
      tell(async () => ({ did: 'remove', label, ...(await toBackground.removeSegment({ segmentId })) })),
    /** What was done is no longer spoken of. */
    dismiss: () => setChange(null),
    undo: (eventId: string) =>
      tell(async () => {
        await toBackground.undoEvent({ eventId });
        return null;
      }),
  };
}
