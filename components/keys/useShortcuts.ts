import { useLayoutEffect, useRef } from 'react';
import { isComposing } from '../hooks/ime.ts';
import { isBeginning, shortcutFor, type HeardId } from './shortcuts.ts';

/** Returns false where the key was not for it after all. */
type Handler = (key: string) => boolean | void;

/** A second letter later than this is a key of its own. */
const TOGETHER_MS = 1000;

/**
 * Listens to keys while it is mounted. Never while one writes or an input method composes, nor with Ctrl, Alt or Meta.
 * @param place `window` for the keys of a whole screen: those of its parts, which listen at the document, come first
 */
export function useShortcuts(handlers: Partial<Record<HeardId, Handler>>, place: Document | Window = document): void {
  const before = useRef<{ key: string; at: number } | null>(null);
  // Together with what is seen: a key must not find the handlers of what was there a moment ago.
  useLayoutEffect(() => {
    const press = (pressed: Event) => {
      const event = pressed as KeyboardEvent;
      if (event.defaultPrevented || !isOurs(event)) return;
      const last = before.current;
      const first = last && event.timeStamp - last.at < TOGETHER_MS ? last.key : null;
      before.current =
        first === null && isBeginning(event.key) ? { key: event.key.toLowerCase(), at: event.timeStamp } : null;
      const id = shortcutFor(event.key, first, Object.keys(handlers) as HeardId[]);
      if (id !== null && handlers[id]!(event.key) !== false) event.preventDefault();
    };
    place.addEventListener('keydown', press);
    return () => place.removeEventListener('keydown', press);
  });
}

function isOurs(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return false;
  // A dialog keeps its keys, and so does what opens or moves by the arrows.
  if (document.querySelector('dialog[open]')) return false;
  if (!(target instanceof HTMLElement)) return true;
  const isWritten =
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select') || target.isContentEditable;
  const isMoved = key.startsWith('Arrow') && target.matches('input');
  return !isWritten && !isMoved;
}
