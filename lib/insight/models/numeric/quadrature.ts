/** Gauss-Legendre quadrature: a smooth integral as a weighted sum over few points. */

export interface Rule {
  /** Points in (0, 1). */
  readonly nodes: Float64Array;
  /** Sums to 1. */
  readonly weights: Float64Array;
}

const rules: Rule[] = [];

/** The rule with `size` points on [0, 1], exact for polynomials up to degree 2·size − 1. */
export function gaussLegendre(size: number): Rule {
  return (rules[size] ??= makeRule(size));
}

function makeRule(size: number): Rule {
  const nodes = new Float64Array(size);
  const weights = new Float64Array(size);
  for (let index = 0; index < size; index++) {
    let z = Math.cos((Math.PI * (index + 0.75)) / (size + 0.5));
    let slope = 0;
    let step = 1;
    // Newton doubles the digits each round; Legendre roots are simple, so five or six rounds do.
    for (let round = 0; round < 20 && Math.abs(step) > 1e-16; round++) {
      let value = 1;
      let before = 0;
      for (let degree = 0; degree < size; degree++) {
        const older = before;
        before = value;
        value = ((2 * degree + 1) * z * before - degree * older) / (degree + 1);
      }
      slope = (size * (z * value - before)) / (z * z - 1);
      step = value / slope;
      z -= step;
    }
    nodes[index] = (1 - z) / 2;
    weights[index] = 1 / ((1 - z * z) * slope * slope);
  }
  return { nodes, weights };
}
