/** The logarithm of the gamma function and its derivative, for positive arguments. */

/** From here on the asymptotic series below are exact to the last digit. */
const FAR = 12;
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** B(2j) / (2j (2j-1)), Abramowitz & Stegun 6.1.41. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156] as const;
/** B(2j) / (2j), Abramowitz & Stegun 6.3.18. */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12] as const;

/** a + b z + c z² + … */
function polynomial(coefficients: readonly number[], z: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * z + coefficient, 0);
}

/** ln Γ(x) for x > 0; the error is below 1e-14 of max(1, |ln Γ(x)|). */
export function lnGamma(x: number): number {
  let product = 1;
  let far = x;
  while (far < FAR) {
    product *= far;
    far += 1;
  }
  const series = polynomial(STIRLING, 1 / (far * far)) / far;
  return (far - 0.5) * Math.log(far) - far + HALF_LOG_TWO_PI + series - Math.log(product);
}

/** The derivative of ln Γ at x > 0. */
export function digamma(x: number): number {
  let sum = 0;
  let far = x;
  while (far < FAR) {
    sum += 1 / far;
    far += 1;
  }
  const inverseSquare = 1 / (far * far);
  return Math.log(far) - 0.5 / far - inverseSquare * polynomial(DIGAMMA, inverseSquare) - sum;
}
