/** The average of what several purchase models say, in logits. */
import { scoreGroups, spread, type Fit, type GroupScores } from '../models/fit.ts';
import type { Grouped } from '../models/group.ts';
import type { Steps } from '../steps.ts';
import { logit } from './logit.ts';

/** Groups between two pauses. */
const CHUNK = 4096;

/**
 * logit P(at least one purchase within the horizon).
 * @returns one array per fit with one number per customer
 */
export function modelLogits(fits: readonly Fit[], grouped: Grouped, horizonWeeks: number): Steps<Float64Array[]> {
  return logitsOf(fits, grouped, horizonWeeks, ({ pBuy }) => pBuy);
}

/** logit P(has not left for good), likewise. */
export function aliveLogits(fits: readonly Fit[], grouped: Grouped): Steps<Float64Array[]> {
  return logitsOf(fits, grouped, 1, ({ pAlive }) => pAlive);
}

function* logitsOf(
  fits: readonly Fit[],
  grouped: Grouped,
  horizonWeeks: number,
  chance: (scores: GroupScores) => Float64Array,
): Steps<Float64Array[]> {
  const result: Float64Array[] = [];
  for (const fit of fits) {
    const logits = new Float64Array(grouped.size);
    for (let from = 0; from < grouped.size; from += CHUNK) {
      const chances = chance(scoreGroups(fit, part(grouped, from, from + CHUNK), horizonWeeks));
      for (let at = 0; at < chances.length; at++) logits[from + at] = logit(chances[at]!);
      yield;
    }
    result.push(spread(logits, grouped));
  }
  return result;
}

/** Groups `from` up to `to`, for scores that look at one group at a time. */
function part(grouped: Grouped, from: number, to: number): Grouped {
  const repeatCount = grouped.repeatCount.subarray(from, to);
  return {
    ...grouped,
    size: repeatCount.length,
    repeatCount,
    lastPurchaseAge: grouped.lastPurchaseAge.subarray(from, to),
    observedAge: grouped.observedAge.subarray(from, to),
  };
}

/** The mean of the models' logits, per customer. */
export function averageLogits(logits: readonly Float64Array[], size: number): Float64Array {
  const average = new Float64Array(size);
  for (const ofModel of logits) {
    for (let at = 0; at < size; at++) average[at]! += ofModel[at]! / logits.length;
  }
  return average;
}
