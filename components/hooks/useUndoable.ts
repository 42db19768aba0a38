import { useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';

/** What a command answers: the event it wrote, or several. */
type Noted = { eventId: string } | { eventIds: string[] };

export interface Undoable {
  state: 'none' | 'saving' | 'saved' | 'undone' | 'failed';
  run: (command: () => Promise<Noted>) => void;
  undo: () => void;
}

/** The last command that was given, and taking it back. */
export function useUndoable(): Undoable {
  const [last, setLast] = useState<{ state: Undoable['state']; eventIds: string[] }>({ state: 'none', eventIds: [] });
  const settle = async (command: () => Promise<string[]>, done: 'saved' | 'undone') => {
    setLast({ state: 'saving', eventIds: [] });
    try {
      setLast({ state: done, eventIds: await command() });
    } catch {
      setLast({ state: 'failed', eventIds: [] });
    }
  };
  return {
    state: last.state,
    run: (command) => void settle(async () => eventIdsOf(await command()), 'saved'),
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
