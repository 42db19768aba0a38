/** What we may draw on: one closed shadow root above the page; `components/overlay` makes it. */
export interface Overlay {
  /** What the page sees of it. */
  host: HTMLElement;
  root: ShadowRoot;
  /** From now on `place` is called before a paint that may have moved the page's elements. */
  join: (place: () => void) => void;
  /** Who leaves last takes the element along. */
  leave: (place: () => void) => void;
  /** Before the next paint. */
  placeSoon: () => void;
}
