/** What an interval comes to, in one word. */
import type { Interval, Trial } from '../../model/trial.ts';

/**
 * `better`, `worse`: the second arm than the first, whatever chance may do. `noLift`: what was planned for is ruled out.
 * `notEnough`: neither.
 */
export type Verdict = 'better' | 'worse' | 'noLift' | 'notEnough';

/** @param interval of the difference of rates; null while there is none */
export function verdictOf({ arms: [first], lift }: Pick<Trial, 'arms' | 'lift'>, interval: Interval | null): Verdict {
  if (!interval) return 'notEnough';
  const { low, high } = interval;
  if (low > 0) return 'better';
  if (high < 0) return 'worse';
  // Of two offers either may be the better one; a hold-out asks whether the offer does anything at all.
  const isRuledOut = high < lift && (first.armId === 'holdOut' || low > -lift);
  return isRuledOut ? 'noLift' : 'notEnough';
}
