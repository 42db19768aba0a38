/** How much of a text is taken, where both ends of a message have to know. */

/** The longest text that is looked at for what the rules forbid; a chat message is shorter. */
export const MAX_LINT_CHARS = 2000;

/** So large may a shop's own rules be: every change of them is an event that is kept. */
export const MAX_SHOP_RULES_CHARS = 100_000;

/** A note of a work order says what was agreed, not all that was said. */
export const MAX_NOTE_CHARS = 200;

/** The name of who looks after something. */
export const MAX_OWNER_CHARS = 20;

/** The longest text that is taken from the clipboard: a day of the busiest conversation is a tenth of it. */
export const MAX_PASTE_CHARS = 200_000;

/** The longest name that a person gives to something of the shop's. */
export const MAX_NAME_CHARS = 30;
/** Articles of one list of costs: it comes as one message and is kept as one record. */
export const MAX_COSTS = 20_000;
