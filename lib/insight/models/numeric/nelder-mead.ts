/** Nelder & Mead's simplex search: slow, needs no gradient, goes on where a quasi-Newton step found no way down. */
import type { Steps } from '../../steps.ts';
import type { Minimum, Objective } from './minimise.ts';

const FIRST_STEP = 0.2;
const MAX_EVALUATIONS = 600;

interface Corner {
  readonly at: Float64Array;
  readonly value: number;
}

/** @param tolerance stops when the corners' values differ by less */
export function* polish(objective: Objective, from: Minimum, tolerance: number): Steps<Minimum> {
  const size = from.at.length;
  const unused = new Float64Array(size);
  let evaluations = 0;
  function* corner(at: Float64Array): Steps<Corner> {
    const value = yield* objective(at, unused);
    evaluations += 1;
    return { at, value: Number.isNaN(value) ? Infinity : value };
  }
  const corners: Corner[] = [from];
  for (let index = 0; index < size; index++) {
    corners.push(yield* corner(from.at.map((part, place) => (place === index ? part + FIRST_STEP : part))));
  }
  const spread = () => corners.at(-1)!.value - corners[0]!.value;
  corners.sort((a, b) => a.value - b.value);
  while (evaluations < MAX_EVALUATIONS && spread() > tolerance) {
    const worst = corners[size]!;
    const centre = unused.map((_, place) => corners.slice(0, size).reduce((sum, { at }) => sum + at[place]!, 0) / size);
    const along = (factor: number) => corner(centre.map((part, place) => part + factor * (worst.at[place]! - part)));
    let next = yield* along(-1);
    if (next.value < corners[0]!.value) {
      const further = yield* along(-2);
      if (further.value < next.value) next = further;
    } else if (next.value >= corners[size - 1]!.value) {
      next = yield* along(next.value < worst.value ? -0.5 : 0.5);
    }
    if (next.value < worst.value) {
      corners[size] = next;
    } else {
      const best = corners[0]!.at;
      for (let index = 1; index <= size; index++) {
        corners[index] = yield* corner(corners[index]!.at.map((part, place) => (part + best[place]!) / 2));
      }
    }
    corners.sort((a, b) => a.value - b.value);
  }
  const [{ at, value }] = corners as [Corner, ...Corner[]];
  return { ...from, at, value, converged: spread() <= tolerance, evaluations: from.evaluations + evaluations };
}
