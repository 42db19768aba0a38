/** What the strip at the chat box shows; `components/overlay` draws it. */
import type { Outputs } from '../messaging/answers.ts';

export type Finding = Outputs['lintTyped'][number];

/** Why nothing was put in place of the words, or what is left to do. */
export type StripNote = 'otherBox' | 'notTaken' | 'fillBlank';

export interface ShownFinding extends Pick<Finding, 'ruleId' | 'severity' | 'name' | 'source' | 'rewrite'> {
  /** The words that were found. */
  words: string;
}

export interface StripView {
  editor: HTMLElement;
  /** Null for a note alone. */
  finding: ShownFinding | null;
  /** How many others there are. */
  others: number;
  note: StripNote | null;
}

export interface StripActions {
  rewrite: () => void;
  /** Shows the next finding. */
  next: () => void;
  /** What was found is not shown again in this message. */
  close: () => void;
}

export interface Strip {
  /** Null takes it away. */
  show(view: StripView | null): void;
  /** While it is held it neither changes nor moves. */
  hold(isHeld: boolean): void;
  /** The page changed: it may have to stand elsewhere. */
  placeSoon(): void;
}
