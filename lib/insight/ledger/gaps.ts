/** The days between one purchase and the next of a customer. */
import { medianOfSorted } from '../quantile.ts';

const fewGaps = new Uint16Array(32);

/**
 * @param days of a ledger
 * @param start where the customer's purchases begin in it
 * @param gaps how many gaps, at least one
 */
export function medianGapDays(days: Uint16Array, start: number, gaps: number): number {
  const sorted = gaps <= fewGaps.length ? fewGaps.subarray(0, gaps) : new Uint16Array(gaps);
  for (let gap = 0; gap < gaps; gap += 1) sorted[gap] = days[start + gap + 1]! - days[start + gap]!;
  if (sorted.buffer !== fewGaps.buffer) return medianOfSorted(sorted.toSorted());
  // Most customers have few: sorted in place, without a new array for each.
  for (let gap = 1; gap < gaps; gap += 1) {
    const moving = sorted[gap]!;
    let place = gap;
    for (; place > 0 && sorted[place - 1]! > moving; place -= 1) sorted[place] = sorted[place - 1]!;
    sorted[place] = moving;
  }
  return medianOfSorted(sorted);
}
