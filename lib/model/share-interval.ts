/** How sure a share is. */

const Z = 1.959964;

/** 95 % of a share (Wilson 1927), 0..1. @param of above 0 */
export function shareInterval(count: number, of: number): [low: number, high: number] {
  const share = count / of;
  const middle = share + (Z * Z) / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  // A share of all or of none lies on its border, which rounding must not cross.
  return [
    Math.min(share, Math.max(0, (middle - spread) / scale)),
    Math.max(share, Math.min(1, (middle + spread) / scale)),
  ];
}
