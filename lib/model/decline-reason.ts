/** Why a suggestion is not followed. */

/** Of the playbook: it is worth less than it seemed, for whomever. */
const againstPlaybook = ['offerUnsuitable', 'notWorthIt'] as const;

/** The others are of this customer alone. */
export const declineReasons = [...againstPlaybook, 'customerRefused', 'customerUnsuitable', 'doneElsewhere'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** The customer said no to what they were offered: what else there is to offer waits as well. */
export function isRefusal(reason: DeclineReason | null): boolean {
  return reason === 'customerRefused';
}

/** @param reason null for "later", which says nothing against anything */
export function isAgainstPlaybook(reason: DeclineReason | null): boolean {
  return againstPlaybook.some((each) => each === reason);
}
