/** Order statistics by linear interpolation (Hyndman & Fan 1996, type 7, the default of R and NumPy). */

/**
 * @param sorted ascending, at least one value
 * @param share 0..1
 */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + ((sorted[below + 1] ?? low) - low) * (position - below);
}

/** The middle value, or null of nothing. */
export function median(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantile(
        values.toSorted((a, b) => a - b),
        0.5,
      );
}
