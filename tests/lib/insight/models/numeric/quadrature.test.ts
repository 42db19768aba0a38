import { expect, test } from 'vitest';
import { gaussLegendre } from '../../../../../lib/insight/models/numeric/quadrature.ts';

test('two and three points lie where the tables say (Abramowitz & Stegun 25.4.30)', () => {
  expect([...gaussLegendre(2).nodes]).toEqual([
    expect.closeTo((1 - 0.577350269189626) / 2, 14),
    expect.closeTo((1 + 0.577350269189626) / 2, 14),
  ]);
  const { nodes, weights } = gaussLegendre(3);
  expect(nodes[0]).toBeCloseTo((1 - 0.774596669241483) / 2, 14);
  expect(weights[0]).toBeCloseTo(0.555555555555556 / 2, 14);
});

test.each([1, 5, 8, 16, 33, 64])('%i points integrate x^(2n-1) exactly', (size) => {
  const { nodes, weights } = gaussLegendre(size);
  const integral = nodes.reduce((sum, node, index) => sum + weights[index]! * node ** (2 * size - 1), 0);
  expect(integral * 2 * size).toBeCloseTo(1, 12);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 13);
});

test('a rule is made once', () => {
  expect(gaussLegendre(12)).toBe(gaussLegendre(12));
});
