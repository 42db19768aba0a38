/** What a running trial means for one customer: left alone, or given what the arm says. */
import type { Trial, TrialArm } from '../../model/trial.ts';
import type { HeldBack } from '../guards.ts';
import type { Offer } from '../offer-schema.ts';
import type { Playbook } from '../playbook.ts';
import { Deal } from './assignment.ts';

export interface InTrial {
  trial: Trial;
  arm: TrialArm;
}

/**
 * @param trials that run in the customer's shop, one of a playbook at most
 * @param customerId 32 hexadecimal digits
 * @returns null for who takes part in none
 */
export function inTrialOf(trials: readonly Trial[], playbook: Playbook, customerId: string): InTrial | null {
  const trial = trials.find(({ playbookId }) => playbookId === playbook.id);
  const number = trial ? new Deal(trial).of(customerId) : 0;
  return trial && number > 0 ? { trial, arm: trial.arms[number - 1]! } : null;
}

/** Who is compared with the others gets nothing from the playbook, as long as the trial runs. */
export function heldOut(inTrial: InTrial | null): HeldBack | null {
  if (inTrial?.arm.armId !== 'holdOut') return null;
  return { guard: 'holdOut', startDay: inTrial.trial.startDay, share: inTrial.arm.share };
}

/** What the customer is given: the arm's coupon in the place of the playbook's own offer. */
export function offerInTrial(playbook: Playbook, inTrial: InTrial | null): Offer | null {
  const coupon = inTrial?.arm.coupon;
  return coupon ? { kind: 'coupon', ...coupon } : playbook.offer;
}
