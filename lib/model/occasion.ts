/** A day or a span of days on which there is a reason to turn to customers: a festival, a sale, a launch, a livestream. */
import type { Label } from './label.ts';

/** Those of the calendar, then those that a shop enters. */
export const calendarKinds = ['festival', 'sale'] as const;
export const momentKinds = ['launch', 'live', 'memberDay'] as const;
export const momentRepeats = ['weekly', 'monthly'] as const;
export type MomentKind = (typeof momentKinds)[number];
export type MomentRepeats = (typeof momentRepeats)[number];
export const occasionKinds = [...calendarKinds, ...momentKinds] as const;
export type OccasionKind = (typeof occasionKinds)[number];

/** `movable`: it may fall a day off, such as a feast that waits for the moon. `usual`: the platform names the days anew each year. */
export const certainties = ['fixed', 'movable', 'usual'] as const;
export type Certainty = (typeof certainties)[number];

export interface Occasion {
  /** Of the calendar with its date, or that of the shop's own moment. */
  id: string;
  kind: OccasionKind;
  label: Label;
  /** Epoch ms; of whole days from midnight in Shanghai up to the next one. */
  startAt: number;
  endAt: number;
  certainty: Certainty;
}
