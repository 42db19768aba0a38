/** The segment language with the shipped words, and what a line typed into one box for everything may be. */
import { lexiconOf, meaningOf, type Lexicon, type MeaningKind } from '../../insight/segments/lexicon.ts';
import { parseSegment } from '../../insight/segments/parse.ts';
import type { Segment, SegmentError } from '../../insight/segments/segment.ts';
import { tokensOf } from '../../insight/segments/tokens.ts';
import { resolveTiers } from '../../insight/tiers/tier-settings.ts';
import { metricWords } from '../../rules/metrics.ts';
import { conditions, segmentWords } from '../../rules/segments.ts';
import { tiers } from '../../rules/tiers.ts';
import { presetSettings } from '../shops/shop-settings.ts';

/** Tiers stand in it with their preset lines: it reads and completes lines, a shop's own tiers select. */
export const segmentLanguage: Lexicon = lexiconOf({
  metrics: metricWords,
  tiers: resolveTiers(tiers, presetSettings.tiers),
  conditions,
  words: segmentWords,
});

export interface QueryLine {
  /** Null when the line is no whole query. */
  segment: Segment | null;
  /** What is wrong with a line that speaks of metrics or tiers; null for one that is read, or that is only a name. */
  error: SegmentError | null;
  /** It may be a nick or an order number: no comparison joins its words. */
  mayBeName: boolean;
  /** It speaks of a tag, or is about to. */
  namesTag: boolean;
}

const things: readonly MeaningKind[] = ['metric', 'tier', 'condition', 'ownTier', 'tag'];
const joins: readonly MeaningKind[] = ['comparison', 'and', 'or', 'not'];

/** Never throws, whatever the text. */
export function readLine(line: string): QueryLine {
  const meanings = tokensOf(line, segmentLanguage).map((token) => token.meanings);
  const has = (kinds: readonly MeaningKind[]) =>
    meanings.some((of) => kinds.some((kind) => meaningOf(of, kind) !== undefined));
  const isQuery = has(things) || has(['comparison']);
  if (!isQuery) return { segment: null, error: null, mayBeName: line.trim() !== '', namesTag: false };
  const reading = parseSegment(line, segmentLanguage);
  return {
    segment: reading.ok ? reading.value : null,
    error: reading.ok ? null : reading.error,
    mayBeName: !has(joins),
    namesTag: has(['tag']),
  };
}
