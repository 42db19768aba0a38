import { expect, test } from 'vitest';
import { digamma, lnGamma } from '../../../../../lib/insight/models/numeric/gamma.ts';

const EULER = 0.5772156649015329;

// Abramowitz & Stegun tables 6.1 to 6.3, and ln (n-1)! exactly.
test.each([
  [1, 0],
  [2, 0],
  [0.5, Math.log(Math.PI) / 2],
  [1.5, Math.log(Math.PI) / 2 - Math.log(2)],
  [6, Math.log(120)],
  [15, Math.log(87_178_291_200)],
  [1e-8, 18.420680738180209],
  [100, 359.1342053695754],
  [1e6, 12815504.569147611],
])('ln Γ(%d) is %d', (x, value) => {
  expect(Math.abs(lnGamma(x) - value)).toBeLessThan(1e-14 * Math.max(1, Math.abs(value)));
});

test.each([0.01, 0.3, 1, 7.25, 40, 12_345.6])('ln Γ(x+1) = ln Γ(x) + ln x at %d', (x) => {
  expect(Math.abs(lnGamma(x + 1) - lnGamma(x) - Math.log(x))).toBeLessThan(4e-15 * Math.max(4, Math.abs(lnGamma(x))));
});

test.each([
  [1, -EULER],
  [2, 1 - EULER],
  [0.5, -EULER - 2 * Math.log(2)],
  [0.25, -EULER - Math.PI / 2 - 3 * Math.log(2)],
  [11, -EULER + 7381 / 2520],
])('ψ(%d) is %d', (x, value) => {
  expect(digamma(x)).toBeCloseTo(value, 13);
});
