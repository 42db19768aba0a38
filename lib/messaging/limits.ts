/** The longest text that is looked at; a chat message is shorter. */
export const MAX_LINT_CHARS = 2000;
