/** So large may a shop's own rules be: every change of them is an event that is kept. */
export const MAX_SHOP_RULES_CHARS = 100_000;
