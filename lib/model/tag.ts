/** A tag (标签): a word that a shop puts on customers, as its people write it. */

/** Longer ones are notes. */
export const MAX_TAG_CHARS = 12;

/** So many on one customer: more say nothing any more. */
export const MAX_TAGS = 10;

/** Neither spaces nor what the segment language reads as its own: a tag stands in a line of it as it is. */
const tagChars = /[^\s\p{Cc}<>=!&|()（）,，、;；:：~～"“”且或]+/uy;

/** @returns the end of the tag that begins at a place of a line; the place itself where none does */
export function tagEnd(line: string, at: number): number {
  tagChars.lastIndex = at;
  return tagChars.test(line) ? tagChars.lastIndex : at;
}

/** Whether it may be one. @param text without spaces around it */
export function isTag(text: string): boolean {
  return text.length <= MAX_TAG_CHARS && text !== '' && tagEnd(text, 0) === text.length;
}

/** Two that differ by case or width alone are one. */
export function tagKey(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}
