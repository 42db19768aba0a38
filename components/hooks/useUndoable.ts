import { useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';

export interface Undoable {
  state: 'none' | 'saving' | 'saved' | 'undone' | 'failed';
  run: (command: () => Promise<{ eventId: string }>) => void;
  undo: () => void;
}

/** The last command that was given, and taking it back. */
export function useUndoable(): Undoable {
  const [last, setLast] = useState<{ state: Undoable['state']; eventId: string | null }>({
    state: 'none',
    eventId: null,
  });
  const settle = async (command: () => Promise<{ eventId: string }>, done: 'saved' | 'undone') => {
    setLast({ state: 'saving', eventId: null });
    try {
      const { eventId } = await command();
      setLast({ state: done, eventId: done === 'saved' ? eventId : null });
    } catch {
      setLast({ state: 'failed', eventId: null });
    }
  };
  return {
    state: last.state,
    run: (command) => void settle(command, 'saved'),
    undo() {
      const { eventId } = last;
      if (eventId !== null) void settle(() => toBackground.undoEvent({ eventId }), 'undone');
    },
  };
}
