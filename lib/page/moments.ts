/** The moments in the life of a page besides its changes: it goes, it comes back, a person looks at it. */
interface Moments {
  /** Out of the back-forward cache of the browser. */
  comesBack(): void;
  leaves(): void;
  /** Again: the time to find out that the extension has gone. */
  isLookedAt(): void;
}

/** @returns how to stop */
export function watchMoments(view: Window & typeof globalThis, moments: Moments): () => void {
  const show = ({ persisted }: PageTransitionEvent) => {
    if (persisted) moments.comesBack();
  };
  const leave = () => moments.leaves();
  const look = () => moments.isLookedAt();
  view.addEventListener('pageshow', show);
  view.addEventListener('pagehide', leave);
  view.addEventListener('focus', look);
  view.addEventListener('visibilitychange', look);
  return () => {
    view.removeEventListener('pageshow', show);
    view.removeEventListener('pagehide', leave);
    view.removeEventListener('focus', look);
    view.removeEventListener('visibilitychange', look);
  };
}
