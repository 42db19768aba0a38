/**
 * How a segment is entered in a platform's own filters: what can be chosen there, with which value, and what cannot be said
 * there. Nothing is guessed: a filter that no source names is not offered, and one that was not seen is marked.
 */
import type { Label } from '../../model/label.ts';
import type { Platform } from '../../model/platform.ts';
import type { MetricName } from '../metrics.ts';
import type { Condition as Comparison } from '../tiers/clause.ts';
import type { Vocabulary } from './lexicon.ts';
import { wordsOf } from './names.ts';
import { planOf } from './plan.ts';
import { printSegment, printValue } from './print.ts';
import type { Segment } from './segment.ts';
import type { PlatformFilter, PlatformFilters } from './vocabulary-schema.ts';

export type FilterLine = {
  /** The part of the query that the line is about. */
  part: string;
} & (
  | ({ canEnter: true; metric: MetricName; is: Comparison['is']; value: number; valueText: string } & PlatformFilter)
  | { canEnter: false; reason: keyof PlatformFilters['reasons'] }
);

export interface PlatformExplanation {
  place: PlatformFilters['places'][Platform];
  lines: FilterLine[];
  /** Whether every line can be entered; where one cannot, the platform's audience is another. */
  isWhole: boolean;
}

interface Telling {
  /** The shop's usual average, with which a multiple of it becomes an amount; null while not known. */
  medianAverageFen?: number | null;
  /** Of our own words; the platform's filters have its names. */
  language?: keyof Label;
}

export function explainOnPlatform(
  segment: Segment,
  platform: Platform,
  vocabulary: Vocabulary,
  filters: PlatformFilters,
  telling: Telling = {},
): PlatformExplanation {
  const lines = flatten(segment).flatMap((part) => linesOf(part, platform, vocabulary, telling));
  return { place: filters.places[platform], lines, isWhole: lines.every(({ canEnter }) => canEnter) };
}

/** Parts that must all hold, however they stand in parentheses. */
function flatten(segment: Segment): Segment[] {
  return segment.kind === 'all' ? segment.of.flatMap(flatten) : [segment];
}

function linesOf(
  segment: Segment,
  platform: Platform,
  vocabulary: Vocabulary,
  { medianAverageFen = null, language = 'zh' }: Telling,
): FilterLine[] {
  const part = printSegment(segment, vocabulary, language);
  const cannot = (reason: keyof PlatformFilters['reasons']): FilterLine[] => [{ part, canEnter: false, reason }];
  const inner = segment.kind === 'not' ? segment.of : segment;
  if (inner.kind === 'ownTier' || inner.kind === 'tag') return cannot(inner.kind);
  if (segment.kind === 'any') return cannot('either');
  const plan = planOf(segment, vocabulary);
  const comparisons =
    plan.kind === 'comparison' || plan.kind === 'tag'
      ? [plan.kind === 'tag' ? null : plan.comparison]
      : plan.of.map((one) => (one.kind === 'comparison' && plan.kind === 'all' ? one.comparison : null));
  if (comparisons.length === 0 || comparisons.includes(null)) return cannot('negation');
  return comparisons.map((comparison) => lineOf(inYuan(comparison!, medianAverageFen), part, platform, vocabulary));
}

/** A multiple of the shop's usual average says the same as an amount, to a fen. */
function inYuan(comparison: Comparison, medianAverageFen: number | null): Comparison {
  if (comparison.metric !== 'averageRatio' || medianAverageFen === null) return comparison;
  return { metric: 'averageFen', is: comparison.is, value: Math.round(comparison.value * medianAverageFen) };
}

function lineOf(
  { metric, is, value }: Comparison,
  part: string,
  platform: Platform,
  vocabulary: Vocabulary,
): FilterLine {
  const filter = wordsOf(metric, vocabulary).platforms[platform];
  if (!filter) return { part, canEnter: false, reason: 'noFilter' };
  const valueText = `${is} ${printValue(metric, value, vocabulary)}`;
  return { part, canEnter: true, metric, is, value, valueText, ...filter };
}
