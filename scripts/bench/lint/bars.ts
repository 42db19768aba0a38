/** What the linter must reach, and what of it a measurement did not. */
import { precision, recall, type Quality } from '../../../tests/support/lint-quality.ts';

export const bars = {
  /** Median for a message of 200 characters, and for a text of 100,000: the same for each character. */
  messageMs: 0.1,
  longTextMs: 50,
  precision: 0.95,
  recall: 0.9,
  /** Of the texts with the tag `evasion`. */
  evasion: 0.9,
  /** At most, of the clean texts. */
  flagged: 0.03,
} as const;

export interface Speed {
  messageMs: number;
  longTextMs: number;
}

/** One line for each bar of speed that is missed, with what was measured. */
export function missedSpeed({ messageMs, longTextMs }: Speed): string[] {
  return [
    ...(messageMs <= bars.messageMs ? [] : [`a message within ${bars.messageMs} ms: took ${messageMs.toFixed(3)} ms`]),
    ...(longTextMs <= bars.longTextMs
      ? []
      : [`a long text within ${bars.longTextMs} ms: took ${longTextMs.toFixed(1)} ms`]),
  ];
}

/** The same of quality. @param name of the set */
export function missedQuality(name: string, { total, clean, byTag }: Quality): string[] {
  const evasion = byTag.get('evasion');
  const reached: [string, number, number][] = [
    ['precision', precision(total), bars.precision],
    ['recall', recall(total), bars.recall],
    ['evasion', evasion ? evasion.right / evasion.all : 1, bars.evasion],
  ];
  const flagged = clean.all === 0 ? 0 : clean.flagged / clean.all;
  return [
    ...reached.flatMap(([what, is, bar]) =>
      is < bar ? [`${name}: ${what} at least ${bar}: is ${is.toFixed(3)}`] : [],
    ),
    ...(flagged > bars.flagged ? [`${name}: clean flagged at most ${bars.flagged}: is ${flagged.toFixed(3)}`] : []),
  ];
}
