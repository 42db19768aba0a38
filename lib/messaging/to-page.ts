/** The commands that a page's script obeys. It is in every page of a seller, so their border is plain: it carries no schemas. */

const MAX_TEXT_CHARS = 2000;

/** From our panel to the script in one tab's page. */
export const toPage = {
  fillReply(input: unknown): { customerKey: string; text: string } {
    const { customerKey, text } = fieldsOf(input);
    return { customerKey: textIn('customerKey', customerKey), text: textIn('text', text, MAX_TEXT_CHARS) };
  },
  /** Answered by every script of this version: a tab that does not was opened before it. */
  areYouThere(): null {
    return null;
  },
} as const;

function fieldsOf(input: unknown): Record<string, unknown> {
  if (typeof input !== 'object' || input === null) throw new Error('at input: expected an object');
  return { ...input };
}

function textIn(field: string, value: unknown, maxLength = Infinity): string {
  if (typeof value === 'string' && value !== '' && value.length <= maxLength) return value;
  throw new Error(`at ${field}: expected a text${maxLength < Infinity ? ` of 1 to ${maxLength} characters` : ''}`);
}
