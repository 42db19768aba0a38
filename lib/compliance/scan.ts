/** A place in the folded text, in UTF-16 units. */
export interface Hit {
  start: number;
  end: number;
}

/**
 * Every match of a global pattern in a text, in order.
 * @param take says whether the match is taken: the search then goes on behind it, else one character after its beginning,
 *   so that a match which is passed over hides none that begins inside it. Empty matches are never offered.
 * @param from where the first match may begin; what stands before is looked at only
 */
export function scan(pattern: RegExp, text: string, take: (match: Hit) => boolean, from = 0): void {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const isTaken = end > start && take({ start, end });
    pattern.lastIndex = isTaken ? end : after(text, start);
  }
}

/** Behind a whole character: a unicode pattern set into the middle of one steps back to its beginning, for ever. */
export function after(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
