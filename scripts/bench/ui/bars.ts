/** Figures of people's waits, held against what was promised. */

export interface Waits {
  what: string;
  /** In ms. */
  figures: readonly number[];
  /** How long 95 of 100 may take, in ms; null where nothing is promised. */
  bar: number | null;
}

/** The figure that so many of them do not exceed. @param share 0.5 for the median */
export function quantileOf(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

/** One line for each bar that is missed; a promise of which nothing was measured is missed as well. */
export function missedBars(measured: readonly Waits[]): string[] {
  return measured.flatMap(({ what, figures, bar }) => {
    if (bar === null) return [];
    if (figures.length === 0) return [`${what}: nothing measured, bar ${bar} ms`];
    const p95 = quantileOf(figures, 0.95);
    return p95 <= bar ? [] : [`${what}: p95 ${p95.toFixed(1)} ms, bar ${bar} ms`];
  });
}
