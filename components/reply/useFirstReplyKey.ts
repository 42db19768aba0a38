import { useEffect, useRef } from 'react';
import { firstReplyAsked } from '../../lib/browser/panel-focus.ts';

/** A key pressed before this reply stood there was not meant for it. */
const FRESH_MS = 2_000;

/**
 * The browser's own key for the reply that is chosen: pressed in the chat box, it fills it without a way to the panel. Copying is not possible
 * there: the panel has not the focus, and there is no permission for the clipboard.
 * @param tabId whose key is heard
 */
export function useFirstReplyKey(tabId: number | null, isHeard: boolean, use: () => void): void {
  const latest = useRef(use);
  useEffect(() => {
    latest.current = use;
  });
  useEffect(() => {
    if (!isHeard || tabId === null) return undefined;
    return firstReplyAsked.watch((asked) => {
      if (asked?.tabId === tabId && Date.now() - asked.askedAt < FRESH_MS) latest.current();
    });
  }, [isHeard, tabId]);
}
