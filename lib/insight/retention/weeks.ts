/** Weeks from Monday to Sunday. */
import type { Span } from '../coverage.ts';

/** Day 0, the first of January 1970, was a Thursday. */
const MONDAY_OF_DAY_0 = -3;

/** The last week that is over, and the one before it. @param day Shanghai day; a Sunday's week is not over */
export function lastWeeks(day: number): [before: Span, last: Span] {
  const monday = day - ((((day - MONDAY_OF_DAY_0) % 7) + 7) % 7);
  return [
    [monday - 14, monday - 8],
    [monday - 7, monday - 1],
  ];
}
