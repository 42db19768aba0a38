/** Writes a segment as a line that reads back as the same segment. */
import type { MetricName } from '../metrics.ts';
import type { Vocabulary } from './lexicon.ts';
import { conditionName, tierName, wordsOf } from './names.ts';
import type { Segment } from './segment.ts';
import type { MetricUnit } from './vocabulary-schema.ts';

export function printSegment(segment: Segment, vocabulary: Vocabulary): string {
  const { and, or, not } = vocabulary.words.connectives;
  switch (segment.kind) {
    case 'clause': {
      const { metric, is, value } = segment.clause;
      return `${metricName(metric, vocabulary)}${is}${printValue(metric, value, vocabulary)}`;
    }
    case 'range': {
      const { metric, low, high } = segment;
      return `${metricName(metric, vocabulary)}${printNumber(low, unitOf(metric, vocabulary))}~${printValue(metric, high, vocabulary)}`;
    }
    case 'tier':
      return tierName(segment.tier, vocabulary);
    case 'ownTier':
      return `${vocabulary.words.ownTier[0]!}=${tierName(segment.tier, vocabulary)}`;
    case 'tag':
      return `${vocabulary.words.tag[0]!}${segment.tag}`;
    case 'condition':
      return conditionName(segment.condition, vocabulary);
    case 'not':
      return `${not[0]!}${part(segment.of, ['all', 'any'], vocabulary)}`;
    case 'all':
      return segment.of.map((one) => part(one, ['all', 'any'], vocabulary)).join(` ${and[0]!} `);
    default:
      return segment.of.map((one) => part(one, ['any'], vocabulary)).join(` ${or[0]!} `);
  }
}

/** 10000 fen -> "100元". */
export function printValue(metric: MetricName, value: number, vocabulary: Vocabulary): string {
  const unit = unitOf(metric, vocabulary);
  return `${printNumber(value, unit)}${vocabulary.words.written[unit]}`;
}

/** @param loose kinds that are read otherwise without parentheses around them */
function part(segment: Segment, loose: readonly Segment['kind'][], vocabulary: Vocabulary): string {
  const text = printSegment(segment, vocabulary);
  return loose.includes(segment.kind) ? `(${text})` : text;
}

function metricName(metric: MetricName, vocabulary: Vocabulary): string {
  return wordsOf(metric, vocabulary).words[0]!;
}

function unitOf(metric: MetricName, vocabulary: Vocabulary): MetricUnit {
  return wordsOf(metric, vocabulary).unit;
}

function printNumber(value: number, unit: MetricUnit): string {
  const text = String(unit === 'fen' ? value / 100 : value);
  return text.includes('e')
    ? Number(text)
        .toFixed(15)
        .replace(/\.?0+$/, '')
    : text;
}
