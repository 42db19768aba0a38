import { useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import { refusalIn, type Refusal } from '../../lib/model/refused.ts';

/** What a command answers: the event it wrote, or several. */
type Noted = { eventId: string } | { eventIds: string[] };

/** Null where it was refused: nothing was written, and whoever asked says why. */
type Answered = Noted | null;

export interface Undoable {
  state: 'none' | 'saving' | 'saved' | 'undone' | 'failed';
  /** Why the writer did not do it; null where it did, or failed in a way that nobody foresaw. */
  refusal: Refusal | null;
  run: (command: () => Promise<Answered>) => void;
  undo: () => void;
}

const nothing = { state: 'none' as const, refusal: null, eventIds: [] };

/** The last command that was given, and taking it back. */
export function useUndoable(): Undoable {
  const [last, setLast] = useState<Pick<Undoable, 'state' | 'refusal'> & { eventIds: string[] }>(nothing);
  const settle = async (command: () => Promise<string[] | null>, done: 'saved' | 'undone') => {
    setLast({ ...nothing, state: 'saving' });
    try {
      const eventIds = await command();
      setLast(eventIds ? { ...nothing, state: done, eventIds } : nothing);
    } catch (error) {
      setLast({ ...nothing, state: 'failed', refusal: refusalIn(error) });
    }
  };
  return {
    state: last.state,
    refusal: last.refusal,
    run: (command) =>
      void settle(async () => {
        const noted = await command();
        return noted && eventIdsOf(noted);
      }, 'saved'),
    undo() {
      const { eventIds } = last;
      if (eventIds.length === 0) return;
      void settle(async () => {
        await toBackground.undoEvents({ eventIds });
        return [];
      }, 'undone');
    },
  };
}

function eventIdsOf(noted: Noted): string[] {
  return 'eventId' in noted ? [noted.eventId] : noted.eventIds;
}
