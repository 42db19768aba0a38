/** Searching thousands of replies while one types: by characters, by pinyin, by initials. */
import type { ReplyTemplate } from '../reply-template.ts';
import { findTyped, readable, type Readable } from './typed-pinyin.ts';

interface Entry {
  template: ReplyTemplate;
  /** What it is called, with scene and drawer before it. */
  name: string;
  text: string;
  readableName: Readable;
  readableText: Readable;
}

/** Made once for a library; asking it takes a few milliseconds for 5,000 templates. */
export interface ReplyIndex {
  entries: readonly Entry[];
}

const MIN_LETTERS_IN_TEXT = 2;

/** @param nameOf what a template is called on the screen */
export function indexReplies(
  templates: readonly ReplyTemplate[],
  nameOf: (template: ReplyTemplate) => string,
): ReplyIndex {
  return {
    entries: templates.map((template) => {
      const name = nameOf(template).toLowerCase();
      const text = template.text.toLowerCase();
      return { template, name, text, readableName: readable(name), readableText: readable(text) };
    }),
  };
}

/**
 * Words parted by spaces must all be there. Names before texts, beginnings before middles, written before read; equal ones keep
 * the order of the library.
 * @param limit most to return
 */
export function searchReplies({ entries }: ReplyIndex, query: string, limit = Infinity): ReplyTemplate[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word): Word => ({ word, isLetters: /^[a-z0-9]+$/.test(word) }));
  if (words.length === 0) return entries.slice(0, limit).map(({ template }) => template);
  const found: { template: ReplyTemplate; rank: number }[] = [];
  for (const entry of entries) {
    let rank = 0;
    for (const word of words) {
      rank += rankOf(entry, word);
      if (rank === Infinity) break;
    }
    if (rank < Infinity) found.push({ template: entry.template, rank });
  }
  return found
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ template }) => template);
}

interface Word {
  word: string;
  /** May be pinyin. */
  isLetters: boolean;
}

/** 0 is best; Infinity when the word is nowhere. */
function rankOf({ name, text, readableName, readableText }: Entry, { word, isLetters }: Word): number {
  const inName = name.indexOf(word);
  if (inName >= 0) return inName === 0 ? 0 : 1;
  const readInName = isLetters ? findTyped(readableName, word) : -1;
  if (readInName >= 0) return readInName === 0 ? 2 : 3;
  if (text.includes(word)) return 4;
  return isLetters && word.length >= MIN_LETTERS_IN_TEXT && findTyped(readableText, word) >= 0 ? 5 : Infinity;
}
