import { describe, expect, test } from 'vitest';
import { minimise, type Objective } from '../../../../../lib/insight/models/numeric/minimise.ts';
import { polish } from '../../../../../lib/insight/models/numeric/nelder-mead.ts';
import { finish } from '../../../../../lib/insight/steps.ts';

/** Rosenbrock 1960: a bent valley, 0 at (1, 1). */
const valley: Objective = function* evaluate([x = 0, y = 0], gradient) {
  yield;
  gradient.set([-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)]);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};
const bowl: Objective = function* evaluate(at, gradient) {
  yield;
  at.forEach((part, index) => (gradient[index] = 2 * (index + 1) * (part - 3)));
  return at.reduce((sum, part, index) => sum + (index + 1) * (part - 3) ** 2, 7);
};

describe('the quasi-Newton search', () => {
  test('follows the bent valley', () => {
    const { at, value, converged, evaluations } = finish(minimise(valley, [-1.2, 1], 1e-12, 1e-3));
    expect([...at]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5)]);
    expect({ value, converged }).toEqual({ value: expect.closeTo(0, 10), converged: true });
    expect(evaluations).toBeLessThan(80);
  });

  test('begins with the curvature it is given', () => {
    const first = finish(minimise(bowl, [0, 0, 0, 0], 1e-12, 1));
    const again = finish(minimise(bowl, [2.9, 3.1, 3, 3], 1e-12, 1, first.inverseHessian));
    expect(first.converged && again.converged).toBe(true);
    expect(again.evaluations).toBeLessThan(first.evaluations);
    expect(again.value).toBeCloseTo(7, 10);
  });

  test('takes what is no number for a wall', () => {
    const walled: Objective = function* evaluate([x = 0], gradient) {
      yield;
      gradient[0] = 1 - 1 / x;
      return x - Math.log(x);
    };
    const { at, converged } = finish(minimise(walled, [5], 1e-12, 10));
    expect({ x: at[0], converged }).toEqual({ x: expect.closeTo(1, 4), converged: true });
  });

  test('says where it came to no end', () => {
    const wrong: Objective = function* evaluate([x = 0], gradient) {
      yield;
      gradient[0] = -2 * (x - 1);
      return (x - 1) ** 2;
    };
    expect(finish(minimise(wrong, [5], 1e-9, 1)).converged).toBe(false);
  });
});

test('the simplex goes on without gradients', () => {
  const blind: Objective = function* evaluate(at, gradient) {
    const value = yield* valley(at, gradient);
    gradient.fill(0);
    return value;
  };
  const from = {
    at: Float64Array.of(-1.2, 1),
    value: 24.2,
    converged: false,
    evaluations: 5,
    inverseHessian: new Float64Array(4),
  };
  const { at, converged, evaluations } = finish(polish(blind, from, 1e-14));
  expect([...at]).toEqual([expect.closeTo(1, 5), expect.closeTo(1, 5)]);
  expect(converged).toBe(true);
  expect(evaluations).toBeGreaterThan(50);
});
