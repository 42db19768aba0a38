/**
 * Minimum of a smooth function of a few variables: quasi-Newton (BFGS) with a weak-Wolfe line search, and Nelder & Mead's
 * simplex to go on with where the gradient does not help. Both stop by what the function could still fall.
 */
import type { Steps } from '../../steps.ts';

/** Value at a point; fills the gradient. A value that is not finite is taken as a wall. */
export type Objective = (at: Float64Array, gradient: Float64Array) => Steps<number>;

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly converged: boolean;
  readonly evaluations: number;
  /** The inverse of the curvature, row by row: the best first guess for a similar function. */
  readonly inverseHessian: Float64Array;
}

/** No variable moves further in one step: they are logarithms. */
const LONGEST_STEP = 2;
const MAX_ITERATIONS = 200;
const SUFFICIENT_FALL = 1e-4;
const FLAT_ENOUGH = 0.9;

interface Point {
  readonly at: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/**
 * @param tolerance stops when the quadratic model promises less than this much more
 * @param scale about one over the curvature: the first step is this times the gradient
 * @param inverseHessian where it is known already, as from a similar function
 */
export function* minimise(
  objective: Objective,
  start: ArrayLike<number>,
  tolerance: number,
  scale: number,
  inverseHessian: Float64Array | null = null,
): Steps<Minimum> {
  let evaluations = 0;
  function* evaluate(at: Float64Array): Steps<Point> {
    const gradient = new Float64Array(at.length);
    const value = yield* objective(at, gradient);
    evaluations += 1;
    return { at, gradient, value: Number.isFinite(value) && gradient.every(Number.isFinite) ? value : Infinity };
  }
  let point = yield* evaluate(Float64Array.from(start));
  let curvature = inverseHessian;
  let promised = Infinity;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const direction = descent(curvature, scale, point.gradient);
    const slope = dot(direction, point.gradient);
    promised = -slope / 2;
    if (promised <= tolerance) break;
    const next = yield* lineSearch(evaluate, point, direction, slope);
    if (next === null && curvature === null) break;
    // A direction that leads nowhere: forget the curvature and follow the gradient once.
    curvature = next === null ? null : updated(curvature, point, next);
    point = next ?? point;
  }
  return {
    at: point.at,
    value: point.value,
    converged: promised <= Math.max(tolerance, 1e-14 * Math.abs(point.value)),
    evaluations,
    inverseHessian: curvature ?? identity(point.at.length, scale),
  };
}

/** Downhill, by the curvature as far as it is known. */
function descent(curvature: Float64Array | null, scale: number, gradient: Float64Array): Float64Array {
  const direction = curvature ? times(curvature, gradient).map((part) => -part) : gradient.map((part) => -scale * part);
  const longest = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  return longest > LONGEST_STEP ? direction.map((part) => (part * LONGEST_STEP) / longest) : direction;
}

/** Lewis & Overton 2013: bracket by doubling, then shrink. Null where the function does not fall. */
function* lineSearch(
  evaluate: (at: Float64Array) => Steps<Point>,
  from: Point,
  direction: Float64Array,
  slope: number,
): Steps<Point | null> {
  let low: Point | null = null;
  let shortest = 0;
  let longest = Infinity;
  let step = 1;
  for (let round = 0; round < 25; round++) {
    const next = yield* evaluate(from.at.map((part, index) => part + step * direction[index]!));
    if (next.value > from.value + SUFFICIENT_FALL * step * slope) {
      longest = step;
    } else if (dot(next.gradient, direction) < FLAT_ENOUGH * slope) {
      low = next;
      shortest = step;
    } else {
      return next;
    }
    step = longest === Infinity ? 2 * step : (shortest + longest) / 2;
  }
  return low;
}

/** The BFGS update of the inverse curvature (Nocedal & Wright eq. 6.17); the first one sets the scale (eq. 6.20). */
function updated(curvature: Float64Array | null, before: Point, after: Point): Float64Array {
  const size = before.at.length;
  const moved = after.at.map((part, index) => part - before.at[index]!);
  const turned = after.gradient.map((part, index) => part - before.gradient[index]!);
  const product = dot(moved, turned);
  if (product <= 1e-12 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) return curvature ?? identity(size, 1);
  const old = curvature ?? identity(size, product / dot(turned, turned));
  const oldTurned = times(old, turned);
  const factor = (1 + dot(turned, oldTurned) / product) / product;
  return old.map((entry, index) => {
    const row = Math.floor(index / size);
    const column = index % size;
    const cross = (oldTurned[row]! * moved[column]! + moved[row]! * oldTurned[column]!) / product;
    return entry - cross + factor * moved[row]! * moved[column]!;
  });
}

function identity(size: number, scale: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? scale : 0));
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, part, index) => sum + part * other[index]!, 0);
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => dot(matrix.subarray(row * size, row * size + size), vector));
}
