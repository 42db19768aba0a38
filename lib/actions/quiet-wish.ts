/**
 * Whether a buyer asks to be left in peace. Heard in the words of the chat and only ever shown: that somebody is left in peace is said
 * by a person (CPL-13).
 */
import type { QuietWishWords } from './quiet-wish-schema.ts';

/** @returns the newest of the buyer's messages that asks for quiet, as it was written; null for none */
export function quietWishIn(messages: readonly string[], words: QuietWishWords): string | null {
  return messages.findLast((message) => asksForQuiet(message, words)) ?? null;
}

function asksForQuiet(message: string, words: QuietWishWords): boolean {
  const text = folded(message);
  if (words.whole.includes(text)) return true;
  if (words.unless.some((word) => text.includes(word))) return false;
  if (words.said.some((word) => text.includes(word))) return true;
  if (words.nagging.some((often) => annoys(text.replace(often, ' '), text, words))) return true;
  const stops = placesOf(text, words.stop);
  return placesOf(text, words.of).some((contact) => stops.some((stop) => gapOf(stop, contact) <= words.windowChars));
}

/** @param rest the text without the word that says how often */
function annoys(rest: string, text: string, { annoyed }: QuietWishWords): boolean {
  return rest !== text && annoyed.some((word) => rest.includes(word));
}

interface Place {
  from: number;
  to: number;
}

function placesOf(text: string, words: readonly string[]): Place[] {
  return words.flatMap((word) => {
    const places: Place[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      places.push({ from: at, to: at + word.length });
    return places;
  });
}

/** Characters between two places; 0 where they touch or overlap. */
function gapOf(a: Place, b: Place): number {
  return Math.max(0, b.from - a.to, a.from - b.to);
}

/** Width and case say nothing, nor does what closes a message. */
function folded(message: string): string {
  return message
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s,.!?~，。！？、…]+/g, ' ')
    .trim();
}
