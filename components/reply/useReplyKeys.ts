import { useLayoutEffect } from 'react';
import { isComposing } from '../hooks/ime.ts';

interface Keys {
  /** How many suggestions there are to choose from. */
  count: number;
  /** Out of sight no key is ours. */
  isShown: () => boolean;
  onChoose: (index: number) => void;
  onSearch: () => void;
}

/** `1` to `3` choose a suggestion, `/` and, as an input method gives it, `、` go to the search. Not while one writes. */
export function useReplyKeys({ count, isShown, onChoose, onSearch }: Keys): void {
  // With what is on the screen, not a moment after it: a quick key must not choose from what stood there before.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey || isWritten(event.target) || !isShown())
        return;
      const index = '123'.indexOf(event.key);
      if (event.key.length === 1 && index >= 0 && index < count) onChoose(index);
      else if (event.key === '/' || event.key === '、') onSearch();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

/** Where letters are text. */
function isWritten(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input:not([type=checkbox], [type=radio]), textarea, select') || target.isContentEditable)
  );
}
