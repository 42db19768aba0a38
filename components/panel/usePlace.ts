import { useLayoutEffect, useRef } from 'react';

/**
 * Where one was in what a card now lies over: its scroll place and what had the focus, given back on the way back.
 * @param isCovered a card lies over it
 * @param page on another page there is no way back
 * @returns to be called before something is laid over it
 */
export function usePlace(isCovered: boolean, page: string | null): () => void {
  const left = useRef<{ top: number; focus: Element | null; page: string | null } | null>(null);
  useLayoutEffect(() => {
    // Newer browsers answer scrolling with a promise: it must not become what React calls to clean up.
    if (isCovered) {
      window.scrollTo(0, 0);
      return;
    }
    const place = left.current;
    left.current = null;
    if (!place || place.page !== page) return;
    window.scrollTo(0, place.top);
    if (place.focus instanceof HTMLElement && place.focus !== document.body) place.focus.focus({ preventScroll: true });
    // Of another page in between nothing is given back.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isCovered]);
  return () => {
    left.current ??= { top: window.scrollY, focus: document.activeElement, page };
  };
}
