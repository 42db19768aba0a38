import { useEffect, useState } from 'react';
import type { Measures } from '../../../lib/insight/measures/measures.ts';
import { compileSegment, count } from '../../../lib/insight/segments/evaluate.ts';
import type { Lexicon } from '../../../lib/insight/segments/lexicon.ts';
import { parseSegment } from '../../../lib/insight/segments/parse.ts';

/** Line -> customers; null for a line that cannot be read any more. Not in it yet: still to be counted. */
export type SegmentCounts = ReadonlyMap<string, number | null>;

/** Counts one segment after the other, and lets the page breathe between them: a big shop has slow columns. */
export function useSegmentCounts(
  segments: readonly { query: string }[],
  measures: Measures,
  lexicon: Lexicon,
): SegmentCounts {
  const [counted, setCounted] = useState<{ measures: Measures; lexicon: Lexicon; counts: SegmentCounts } | null>(null);
  const isOld = counted?.measures !== measures || counted.lexicon !== lexicon;
  const counts: SegmentCounts = isOld ? nothing : counted.counts;
  const next = segments.find(({ query }) => !counts.has(query))?.query;
  useEffect(() => {
    if (next === undefined) return undefined;
    const timer = setTimeout(() => {
      const reading = parseSegment(next, lexicon);
      const customers = reading.ok ? count(compileSegment(reading.value, lexicon.vocabulary)(measures)) : null;
      setCounted({ measures, lexicon, counts: new Map([...counts, [next, customers]]) });
    }, 0);
    return () => clearTimeout(timer);
  }, [next, counts, measures, lexicon]);
  return counts;
}

const nothing: SegmentCounts = new Map();
