/** What the page session asks to be drawn; `components/overlay` draws it. */
import type { BuyerMark } from '../messaging/answers.ts';

/** A tier chip beside one element of the page. */
export interface Chip extends BuyerMark {
  anchor: Element;
}

export interface ChipLayer {
  /** Draws these chips and no others. */
  show(chips: readonly Chip[]): void;
  remove(): void;
}
