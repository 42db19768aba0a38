/**
 * The one integral that the Pareto/NBD model is made of, ∫ (s+u)^−p (l+u)^−q du with 0 < s ≤ l, together with the averages
 * that its derivatives need. In y = ln((s+u)/(s+from)) the integrand is log-concave and its nearest singularity lies π off
 * the axis, so that some ten points of Gauss-Legendre give twelve digits; no hypergeometric function, no difference of two.
 */
import { gaussLegendre } from './quadrature.ts';

export interface TwoPowerIntegral {
  /** ∫ ((s+u)/(s+from))^−p ((l+u)/(l+from))^−q du / (s+from): the integrand is 1 at `from`. 0 where the range is empty. */
  value: number;
  /** Averages under the integrand, filled on request: ln((s+u)/(s+from)), 1/(s+u), ln((l+u)/(l+from)), 1/(l+u). */
  smallLog: number;
  smallInverse: number;
  largeLog: number;
  largeInverse: number;
}

export function emptyIntegral(): TwoPowerIntegral {
  return { value: 0, smallLog: 0, smallInverse: 0, largeLog: 0, largeInverse: 0 };
}

/** What is e^−40 below the top adds nothing to twelve digits. */
const NEGLIGIBLE = 40;
const MAX_NODES = 64;

/**
 * @param p power of the smaller offset, any number
 * @param q power of the larger offset, not negative
 * @param withAverages also fill the four averages of `out`
 */
export function integrateTwoPowers(
  p: number,
  small: number,
  q: number,
  large: number,
  from: number,
  to: number,
  withAverages: boolean,
  out: TwoPowerIntegral,
): void {
  const smallFrom = small + from;
  const ratio = smallFrom / (large + from);
  const rise = 1 - p;
  const { range, drop } = measureRange(rise, q, ratio, Math.log1p((to - from) / smallFrom));
  const { nodes, weights } = gaussLegendre(nodesFor(range, drop));
  let value = 0;
  let smallLog = 0;
  let smallInverse = 0;
  let largeLog = 0;
  let largeInverse = 0;
  for (let index = 0; index < nodes.length; index++) {
    const y = range * nodes[index]!;
    const growth = Math.exp(y);
    const largeGrowth = 1 + ratio * (growth - 1);
    const logLarge = Math.log(largeGrowth);
    const weight = weights[index]! * Math.exp(rise * y - q * logLarge);
    value += weight;
    if (!withAverages) continue;
    smallLog += weight * y;
    smallInverse += weight / growth;
    largeLog += weight * logLarge;
    largeInverse += weight / largeGrowth;
  }
  out.value = range * value;
  if (!withAverages) return;
  out.smallLog = smallLog / value;
  out.smallInverse = smallInverse / value / smallFrom;
  out.largeLog = largeLog / value;
  out.largeInverse = largeInverse / value / (large + from);
}

const measured = { range: 0, drop: 0 };

/** How far to integrate in y, and how much the logarithm of the integrand moves on the way. */
function measureRange(rise: number, q: number, ratio: number, full: number): { range: number; drop: number } {
  const slope = rise - q * ratio;
  // Log-concave: it falls at least as fast as at the start.
  let range = slope < 0 ? Math.min(full, -NEGLIGIBLE / slope) : full;
  const fallAt = (y: number) => q * Math.log(1 + ratio * (Math.exp(y) - 1));
  if (slope >= 0 && fallAt(range) - rise * range > NEGLIGIBLE) {
    let inside = 0;
    for (let round = 0; round < 16; round++) {
      const middle = (inside + range) / 2;
      if (fallAt(middle) - rise * middle > NEGLIGIBLE) range = middle;
      else inside = middle;
    }
  }
  measured.range = range;
  measured.drop = Math.abs(rise) * range + fallAt(range);
  return measured;
}

/** Enough points for twelve digits, found by comparison with 300 points over 60,000 random integrals. */
function nodesFor(range: number, drop: number): number {
  const needed = 5.5 + 1.8 * range + 0.5 * Math.min(drop, 8) + 0.35 * Math.max(0, Math.min(drop, 45) - 8);
  return Math.min(MAX_NODES, Math.ceil(drop > 45 ? needed + 2 * Math.log2(drop / 45) : needed));
}
