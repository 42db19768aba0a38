/** What the popup offers to write next: only what helps, and nothing for a line that is a name or a number. */
import { shownLanguage } from '../../lib/browser/i18n.ts';
import { complete, type CompletionOption } from '../../lib/insight/segments/complete.ts';
import { segmentLanguage, type QueryLine } from '../../lib/views/segments/segment-language.ts';

export interface Offered {
  /** An option replaces the text from here on, up to `end`. */
  start: number;
  end: number;
  options: readonly CompletionOption[];
  /** A word is begun, and the options are ways to end it; else they go on from where the line stands. */
  isWord: boolean;
}

const MOST = 6;
/** Asked for, so that enough are left of those that help. */
const MOST_ASKED = 20;
const none: Offered = { start: 0, end: 0, options: [], isWord: false };

/** @param tags of the shop */
export function offeredAt(text: string, caret: number, line: QueryLine, tags: readonly string[]): Offered {
  if (text.trim() === '') return none;
  const { start, end, options } = complete(text, caret, segmentLanguage, {
    most: MOST_ASKED,
    language: shownLanguage(),
    tags,
  });
  if (start < end) {
    // Whoever wrote > does not ask for >=.
    return { start, end, options: options.filter(({ kind }) => kind !== 'operator').slice(0, MOST), isWord: true };
  }
  const isQuery = line.segment !== null || line.error !== null;
  // In the middle of a line nobody wants to go on, nor behind what cannot be read.
  if (!isQuery || caret < text.length || (line.error && line.error.start < text.trimEnd().length)) return none;
  const next = line.segment ? options.filter(({ kind }) => kind === 'unit' || kind === 'connective') : options;
  return { start, end, options: next.slice(0, MOST), isWord: false };
}

/** True where the error is only that the line is not at its end yet. */
export function isUnfinished(text: string, { error }: QueryLine, { isWord, options, end }: Offered): boolean {
  if (!error) return false;
  if (error.start >= text.trimEnd().length || error.code === 'unclosedParenthesis') return true;
  return isWord && options.length > 0 && error.end === end;
}
