import { useRef, useState, type KeyboardEvent } from 'react';
import { isComposing } from './ime.ts';

interface Keys {
  /** How many options there are. */
  count: number;
  /** Enter on an option. */
  onTake: (index: number) => void;
  /** Escape in an empty box; the first one empties it. */
  onLeave: () => void;
}

/**
 * A box in which one types while a list below it follows: what an input method still composes is not searched for, nor are its keys ours.
 * @param begin what stands in it at first
 */
export function useSearchBox(begin = '') {
  const [{ text, settled }, setTyped] = useState({ text: begin, settled: begin });
  const [active, setActive] = useState(0);
  const isOpen = useRef(false);

  const write = (next: string, isSettled: boolean) => {
    setTyped((before) => ({ text: next, settled: isSettled ? next : before.settled }));
    setActive(0);
  };
  return {
    /** As it stands in the box. */
    text,
    /** Without what is being composed: what to search for. */
    settled,
    /** Which option Enter takes. */
    active,
    clear: () => write('', true),
    type: (next: string) => write(next, !isOpen.current),
    composition: {
      onCompositionStart: () => {
        isOpen.current = true;
      },
      onCompositionEnd: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
        isOpen.current = false;
        write(currentTarget.value, true);
      },
    },
    press: (event: KeyboardEvent, { count, onTake, onLeave }: Keys) => {
      if (isComposing(event.nativeEvent)) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setActive((at) => Math.max(0, Math.min(count - 1, at + step)));
      else if (event.key === 'Enter' && active < count) onTake(active);
      else if (event.key === 'Escape' && text !== '') write('', true);
      else if (event.key === 'Escape') onLeave();
      else return;
      event.preventDefault();
    },
  };
}
