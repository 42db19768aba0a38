/** The slow and obvious way to the mentions in a text: every place is read on from, and every pattern run over all of it. */
import type { Lexicon } from '../../lib/compliance/lexicon.ts';
import { mentionsIn, type Mentions } from '../../lib/compliance/mentions.ts';
import { scan } from '../../lib/compliance/scan.ts';

const anything = { isWord: () => true, mayBegin: () => true };

export function everyMention(text: string, lexicon: Lexicon): Mentions {
  const mentions = mentionsIn(text, { ...lexicon, beginnings: anything });
  for (const { source, owner } of lexicon.patterns)
    scan(new RegExp(source, 'gu'), text, (place) => {
      mentions.add(owner, place);
      return true;
    });
  return mentions;
}
