import { expect, test } from 'vitest';
import { seededChance } from '../../../../support/simulate-customers.ts';
import { gaussLegendre } from '../../../../../lib/insight/models/numeric/quadrature.ts';
import { emptyIntegral, integrateTwoPowers } from '../../../../../lib/insight/models/numeric/two-power-integral.ts';

type Args = [p: number, small: number, q: number, large: number, from: number, to: number];

/** The same by brute force: forty panels of thirty points in ln(small + u). */
function bruteForce(...[p, small, q, large, from, to]: Args): number {
  const { nodes, weights } = gaussLegendre(30);
  const range = Math.log1p((to - from) / (small + from));
  let sum = 0;
  for (let panel = 0; panel < 40; panel++) {
    for (const [index, node] of nodes.entries()) {
      const y = (range * (panel + node)) / 40;
      const u = (small + from) * Math.expm1(y);
      sum += (weights[index]! / 40) * Math.exp((1 - p) * y - q * Math.log1p(u / (large + from)));
    }
  }
  return range * sum;
}

function integrate(...args: Args) {
  const out = emptyIntegral();
  integrateTwoPowers(...args, true, out);
  return out;
}

test('one power alone has a closed form', () => {
  const [p, small, from, to] = [3.5, 2, 1, 30];
  const exact = (1 - (3 / 32) ** 2.5) / 2.5;
  expect(integrate(p, small, 0, 50, from, to).value).toBeCloseTo(exact, 13);
});

test('equal offsets add their powers', () => {
  expect(integrate(2, 4, 1.5, 4, 0, 12).value).toBeCloseTo((1 - (4 / 16) ** 2.5) / 2.5, 13);
});

test('random integrals agree with brute force to eleven digits', () => {
  const chance = seededChance(3);
  const between = (low: number, high: number) => low * (high / low) ** chance();
  const wrong: Args[] = [];
  for (let round = 0; round < 3000; round++) {
    const [one, other] = [between(0.05, 500), between(0.05, 500)];
    const to = between(0.14, 300);
    const from = round % 2 ? 0 : to * chance();
    const p = between(0.02, 3) + (round % 3 ? Math.floor(between(1, 400)) : 0);
    const args: Args = [p, Math.min(one, other), between(0.02, 30), Math.max(one, other), from, to];
    if (!(Math.abs(integrate(...args).value / bruteForce(...args) - 1) < 5e-12)) wrong.push(args);
  }
  expect(wrong).toEqual([]);
});

test('the averages are those of the integrand', () => {
  const [p, small, q, large, from, to] = [2.5, 3, 1.7, 11, 4, 40] as const;
  const { smallInverse, largeInverse, smallLog, largeLog } = integrate(p, small, q, large, from, to);
  const shifted = (powerP: number, powerQ: number) =>
    bruteForce(p + powerP, small, q + powerQ, large, from, to) / bruteForce(p, small, q, large, from, to);
  const step = 1e-4;
  expect(smallInverse).toBeCloseTo(shifted(1, 0) / (small + from), 12);
  expect(largeInverse).toBeCloseTo(shifted(0, 1) / (large + from), 12);
  expect(smallLog).toBeCloseTo(-(Math.log(shifted(step, 0)) - Math.log(shifted(-step, 0))) / (2 * step), 7);
  expect(largeLog).toBeCloseTo(-(Math.log(shifted(0, step)) - Math.log(shifted(0, -step))) / (2 * step), 7);
});

test('nothing between equal ends', () => {
  expect(integrate(2, 1, 1, 5, 10, 10).value).toBe(0);
});
