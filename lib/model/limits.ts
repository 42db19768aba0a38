/** How much of a text is taken, where both ends of a message have to know. */

/** The longest text that is looked at for what the rules forbid; a chat message is shorter. */
export const MAX_LINT_CHARS = 2000;

/** So large may a shop's own rules be: every change of them is an event that is kept. */
export const MAX_SHOP_RULES_CHARS = 100_000;

/** Articles of one list of costs: it comes as one message and is kept as one record. */
export const MAX_COSTS = 20_000;
