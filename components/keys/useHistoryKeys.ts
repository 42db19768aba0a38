import { useEffect } from 'react';

/** As in a browser, Alt and an arrow; null where there is nothing to go to. */
export function useHistoryKeys(goBack: (() => void) | null, goForward: (() => void) | null): void {
  useEffect(() => {
    if (!goBack && !goForward) return undefined;
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const go = { ArrowLeft: goBack, ArrowRight: goForward }[event.key];
      if (!go) return;
      go();
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
