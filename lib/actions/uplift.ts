/**
 * What a playbook adds, as far as the shop's own trials against nothing tell: the mean of a normal belief that holds before anybody
 * tried (`UpliftPrior`), updated by each trial's difference. Published case numbers are no evidence of it (PRACTICE MET-12 to MET-14).
 */
import type { Interval } from '../model/trial.ts';
import type { UpliftPrior } from './day-list-schema.ts';
import { ANY_TIME_Z } from './trials/any-time.ts';

/**
 * What the worth of a playbook's customers is multiplied by in the order of the day's list.
 * @param differences the rate of those who were given it less that of those left alone, one for each trial that is over
 * @returns 1 while there was no trial
 */
export function upliftFactor(differences: readonly Interval[], { lift, spread, least, most }: UpliftPrior): number {
  let [weight, sum] = [spread ** -2, lift * spread ** -2];
  for (const { estimate, low, high } of differences) {
    // Wider than it need be while a trial was stopped early, which only holds the estimate nearer to the belief.
    const precision = ((high - low) / 2 / ANY_TIME_Z) ** -2;
    weight += precision;
    sum += estimate * precision;
  }
  return Math.min(most, Math.max(least, sum / weight / lift));
}
