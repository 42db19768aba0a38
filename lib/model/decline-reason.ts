/** Why a suggestion is not followed. The first two say something of the playbook, the others of this customer alone. */
export const declineReasons = ['offerUnsuitable', 'notWorthIt', 'customerUnsuitable', 'doneElsewhere'] as const;
export type DeclineReason = (typeof declineReasons)[number];
