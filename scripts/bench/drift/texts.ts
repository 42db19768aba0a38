/** Mutations of text nodes: the same words in other pieces. */
import type { Mutation } from './mutation.ts';
import { shownTexts } from './rows.ts';

const SPACES = ['  ', '\n   ', '\u00a0', ' \u00a0 ', '\t'];

export const textMutations: readonly Mutation[] = [
  {
    name: 'split text nodes',
    apply(document, random) {
      for (const text of shownTexts(document)) {
        if (text.length < 2 || !random.chance(0.4)) continue;
        text.splitText(random.int(1, text.length - 1));
      }
    },
  },
  {
    name: 'split text into spans',
    apply(document, random) {
      for (const text of shownTexts(document)) {
        if (text.length < 2 || !random.chance(0.25)) continue;
        const rest = text.splitText(random.int(1, text.length - 1));
        for (const piece of random.chance(0.5) ? [text, rest] : [rest]) {
          const box = document.createElement('span');
          piece.replaceWith(box);
          box.append(piece);
        }
      }
    },
  },
  {
    name: 'white space',
    apply(document, random) {
      for (const text of shownTexts(document)) {
        if (text.parentElement!.closest('pre')) continue;
        const isAlone =
          text.parentElement!.childNodes.length === 1 && /^(DIV|TD|P|TH)$/.test(text.parentElement!.tagName);
        const value = text.nodeValue!.replace(/\s+/g, () => random.pick(SPACES));
        text.nodeValue = isAlone && random.chance(0.5) ? random.pick(SPACES) + value + random.pick(SPACES) : value;
      }
    },
  },
  {
    name: 'comments',
    apply(document, random) {
      for (const text of shownTexts(document)) {
        if (text.length > 1 && random.chance(0.2)) text.splitText(random.int(1, text.length - 1));
        if (random.chance(0.4))
          text.after(document.createComment(random.pick([' react-text: 7 ', '¥1.00', ' /react-text '])));
      }
    },
  },
];
