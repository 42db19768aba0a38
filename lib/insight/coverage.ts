/**
 * What of a shop's past was seen. A list page shows the orders of some days; a day on such a page counts as seen, which is the
 * most that can be said (a filtered list shows fewer). What was not seen is not zero: figures carry their coverage.
 */

/** First and last Shanghai day, both included. */
export type Span = readonly [fromDay: number, toDay: number];

/** Below this share of days seen, rates are not shown. */
export const MIN_COVERAGE = 0.4;

/** @returns ascending, without overlaps; spans that touch become one */
export function withSpan(spans: readonly Span[], [fromDay, toDay]: Span): Span[] {
  const apart = spans.filter(([from, to]) => to < fromDay - 1 || from > toDay + 1);
  const joined = spans.filter((span) => !apart.includes(span));
  const whole: Span = [
    Math.min(fromDay, ...joined.map(([from]) => from)),
    Math.max(toDay, ...joined.map(([, to]) => to)),
  ];
  return [...apart, whole].toSorted(([a], [b]) => a - b);
}

/** Share of the days from `fromDay` to `toDay` that were seen, 0..1. */
export function coveredShare(spans: readonly Span[], fromDay: number, toDay: number): number {
  const seen = spans.reduce(
    (days, [from, to]) => days + Math.max(0, Math.min(to, toDay) - Math.max(from, fromDay) + 1),
    0,
  );
  return toDay < fromDay ? 0 : seen / (toDay - fromDay + 1);
}

/** Enough of the time was seen for rates to mean anything. */
export function tellsRates(share: number): boolean {
  return share >= MIN_COVERAGE;
}

export interface Coverage {
  /** The first day that could have been seen; null before any. */
  startDay: number | null;
  /** Of the days since then, 0..1. */
  share: number;
}

/** @param asOfDay the last day that counts */
export function coverageOf(spans: readonly Span[], asOfDay: number): Coverage {
  const startDay = spans[0]?.[0] ?? null;
  return { startDay, share: startDay === null ? 0 : coveredShare(spans, startDay, asOfDay) };
}
