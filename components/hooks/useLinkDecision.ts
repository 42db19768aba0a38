import { useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { Link } from '../../lib/model/event.ts';

/** What came of the last word on a link; null before any. */
export type LinkChange =
  | { state: 'confirmed' | 'refused'; eventId: string }
  | { state: 'saving' | 'undone' | 'failed'; eventId: null }
  | null;

export interface LinkDecisions {
  change: LinkChange;
  confirm: (link: Link) => void;
  refuse: (link: Link) => void;
  undo: (eventId: string) => void;
}

/** Says of two that they are one buyer or are not, and takes it back. */
export function useLinkDecision(): LinkDecisions {
  const [change, setChange] = useState<LinkChange>(null);
  const settle = async (command: () => Promise<Exclude<LinkChange, null>>) => {
    setChange({ state: 'saving', eventId: null });
    try {
      setChange(await command());
    } catch {
      setChange({ state: 'failed', eventId: null });
    }
  };
  return {
    change,
    confirm: (link) => void settle(async () => ({ state: 'confirmed', ...(await toBackground.confirmLink(link)) })),
    refuse: (link) => void settle(async () => ({ state: 'refused', ...(await toBackground.refuseLink(link)) })),
    undo: (eventId) =>
      void settle(async () => {
        await toBackground.undoEvent({ eventId });
        return { state: 'undone', eventId: null };
      }),
  };
}
