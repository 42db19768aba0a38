/** What is wrong with a line of the segment language, and what is still to come. */
import { shownLanguage, t } from '../../lib/browser/i18n.ts';
import { printSegment } from '../../lib/insight/segments/print.ts';
import type { SegmentError } from '../../lib/insight/segments/segment.ts';
import { readLine, segmentLanguage } from '../../lib/views/segments/segment-language.ts';

/** "第 4 个字起：不认识“客丹”". */
export function segmentErrorText({ code, start, found }: SegmentError): string {
  const place = start + 1;
  return code === 'unknownWord' || code === 'wrongUnit'
    ? t(`segment_error_${code}`, place, found)
    : t(`segment_error_${code}`, place);
}

/** Of a line that is right so far: "接着写数值". */
export function segmentNextText({ expected }: SegmentError): string {
  return t(`segment_next_${expected}`);
}

/** A line with Chinese words in it, as it is written in the language of the interface; what cannot be read stays as it is. */
export function shownLine(query: string): string {
  const isForeign = shownLanguage() !== 'zh' && /\p{Script=Han}/u.test(query);
  const segment = isForeign ? readLine(query).segment : null;
  return segment ? printSegment(segment, segmentLanguage.vocabulary, shownLanguage()) : query;
}

/** What a line says, the same in whichever words and language it is written. */
export function lineMeaning(query: string): string {
  const { segment } = readLine(query);
  return segment ? printSegment(segment, segmentLanguage.vocabulary) : query.trim();
}
