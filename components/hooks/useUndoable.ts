import { useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';

/** What a command answers: the event it wrote, or several. */
type Noted = { eventId: string } | { eventIds: string[] };

/** Null where it was refused: nothing was written, and whoever asked says why. */
type Answered = Noted | null;

export interface Undoable {
  state: 'none' | 'saving' | 'saved' | 'undone' | 'failed';
  run: (command: () => Promise<Answered>) => void;
  undo: () => void;
}

/** The last command that was given, and taking it back. */
export function useUndoable(): Undoable {
  const [last, setLast] = useState<{ state: Undoable['state']; eventIds: string[] }>({ state: 'none', eventIds: [] });
  const settle = async (command: () => Promise<string[] | null>, done: 'saved' | 'undone') => {
    setLast({ state: 'saving', eventIds: [] });
    try {
      const eventIds = await command();
      setLast(eventIds ? { state: done, eventIds } : { state: 'none', eventIds: [] });
    } catch {
      setLast({ state: 'failed', eventIds: [] });
    }
  };
  return {
    state: last.state,
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
