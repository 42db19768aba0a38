/** Who moved from which tier to which, read from the same ledger on two days. */

export interface Migration {
  /** `counts[from][to]` in customers; 0 is "no tier", 1 is the first tier. */
  counts: number[][];
  /** Customers whose tier is another than before, those who came from or fell to none among them. */
  moved: number;
}

/**
 * @param before the tier column of the earlier day
 * @param after that of the later day, of the same ledger
 * @throws RangeError when they are not of the same customers
 */
export function migration(before: Uint8Array, after: Uint8Array, tiers: readonly unknown[]): Migration {
  if (before.length !== after.length)
    throw new RangeError(`expected two columns of one ledger, found ${before.length} and ${after.length} rows`);
  const width = tiers.length + 1;
  const flat = new Uint32Array(width * width);
  let moved = 0;
  for (let row = 0; row < before.length; row += 1) {
    const from = before[row]!;
    const to = after[row]!;
    if (from >= width || to >= width)
      throw new RangeError(`expected tiers up to ${tiers.length}, found ${from} and ${to}`);
    flat[from * width + to]! += 1;
    if (from !== to) moved += 1;
  }
  return {
    counts: Array.from({ length: width }, (_, from) => [...flat.subarray(from * width, (from + 1) * width)]),
    moved,
  };
}

/** @returns 1 for every row that was in one tier and is in the other; 0 stands for "no tier" as in the columns */
export function movers(before: Uint8Array, after: Uint8Array, from: number, to: number): Uint8Array {
  return before.map((tier, row) => Number(tier === from && after[row] === to));
}
