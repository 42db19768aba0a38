import { shownLanguage } from '../../../lib/browser/i18n.ts';
import type { Lexicon } from '../../../lib/insight/segments/lexicon.ts';
import { parseSegment } from '../../../lib/insight/segments/parse.ts';
import { printSegment } from '../../../lib/insight/segments/print.ts';

/** A shipped line, which is written in Chinese, in the words of the language that is shown. */
export function shownLine(query: string, lexicon: Lexicon): string {
  const language = shownLanguage();
  const reading = parseSegment(query, lexicon);
  return language === 'zh' || !reading.ok ? query : printSegment(reading.value, lexicon.vocabulary, language);
}
