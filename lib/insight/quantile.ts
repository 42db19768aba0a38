/** Order statistics by linear interpolation (Hyndman & Fan 1996, type 7, the default of R and NumPy). */

/**
 * @param sorted ascending, at least one value
 * @param share 0..1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + ((sorted[below + 1] ?? low) - low) * (position - below);
}

/** The middle value; NaN of nothing. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  return sorted.length === 0 ? Number.NaN : quantile(sorted, 0.5);
}

/**
 * The same of whole numbers that were counted.
 * @param counts how often each number from 0 on occurs; at least one does
 */
export function quantileOfCounts(counts: ArrayLike<number>, share: number): number {
  let total = 0;
  for (let value = 0; value < counts.length; value += 1) total += counts[value]!;
  const position = (total - 1) * share;
  const below = Math.floor(position);
  const low = valueAt(counts, below);
  return position === below ? low : low + (valueAt(counts, below + 1) - low) * (position - below);
}

function valueAt(counts: ArrayLike<number>, place: number): number {
  let passed = 0;
  for (let value = 0; value < counts.length; value += 1) {
    passed += counts[value]!;
    if (passed > place) return value;
  }
  return Number.NaN;
}
