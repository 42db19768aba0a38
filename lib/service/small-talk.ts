/** 谢谢, 好的, a thumb: what a buyer says at the end wants no answer and starts no clock. */
import type { SmallTalk } from './small-talk-schema.ts';

/** `[微笑]`, `#E-s09`, `/:^_^`: emoticons as the platforms write them. */
const BRACKETED = /\[([^[\]]{1,6})\]/g;
const CODED = /#E-[a-z]\d{2}|\/:[\^\w$~<>()*:;-]{1,5}/g;
const PICTURED = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}/gu;
/** A question mark alone is a nudge. */
const MARKS = /[\s.。,，!！~～、…;；"'“”‘’()（）^_-]/g;

/** Whether a buyer's words want no answer. */
export function isSmallTalk(text: string, { words, fillers, contents }: SmallTalk): boolean {
  const sent = [...text.matchAll(BRACKETED)].some(([, name]) => contents.includes(name!));
  if (sent) return false;
  const said = text.replace(BRACKETED, '').replace(CODED, '').replace(PICTURED, '').replace(MARKS, '').toLowerCase();
  return said === '' || isMadeOf(said, words, fillers);
}

/** Nothing but these words, at least one of the first kind. */
function isMadeOf(text: string, words: readonly string[], fillers: readonly string[]): boolean {
  const parts = [
    ...words.map((word) => ({ word: word.replaceAll(' ', ''), isWord: true })),
    ...fillers.map((word) => ({ word, isWord: false })),
  ];
  // By the end of each beginning of the text: 0 for none, 1 for fillers alone, 2 with a word.
  const reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let end = 0; end < text.length; end += 1) {
    if (reached[end] === 0) continue;
    for (const { word, isWord } of parts) {
      if (!text.startsWith(word, end)) continue;
      const next = end + word.length;
      reached[next] = Math.max(reached[next]!, isWord ? 2 : reached[end]!);
    }
  }
  return reached[text.length] === 2;
}
