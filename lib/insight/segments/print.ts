/** Writes a segment as a line that reads back as the same segment, in either language. */
import type { Label } from '../../model/label.ts';
import type { MetricName } from '../metrics.ts';
import type { Vocabulary } from './lexicon.ts';
import { conditionName, tierName, wordsOf } from './names.ts';
import type { Segment } from './segment.ts';
import type { MetricUnit } from './vocabulary-schema.ts';

type Language = keyof Label;

/** @param language of the words; a shop's own tags stay as they are */
export function printSegment(segment: Segment, vocabulary: Vocabulary, language: Language = 'zh'): string {
  const { and, or, not } = joinersOf(vocabulary, language);
  const part = (one: Segment, loose: readonly Segment['kind'][]) => {
    const text = printSegment(one, vocabulary, language);
    return loose.includes(one.kind) ? `(${text})` : text;
  };
  switch (segment.kind) {
    case 'clause': {
      const { metric, is, value } = segment.clause;
      const text = printValue(metric, value, vocabulary, language);
      const name = metricName(metric, vocabulary, language);
      return language === 'en' ? `${name} ${is} ${text}` : `${name}${is}${text}`;
    }
    case 'range': {
      const { metric, low, high } = segment;
      const ends = `${printNumber(low, unitOf(metric, vocabulary))}~${printValue(metric, high, vocabulary, language)}`;
      return `${metricName(metric, vocabulary, language)}${language === 'en' ? ' ' : ''}${ends}`;
    }
    case 'tier':
      return tierName(segment.tier, vocabulary, language);
    case 'ownTier':
      return `${wordIn(vocabulary.words.ownTier, language)}=${tierName(segment.tier, vocabulary, language)}`;
    case 'tag':
      return `${wordIn(vocabulary.words.tag, language)}${segment.tag}`;
    case 'condition':
      return conditionName(segment.condition, vocabulary, language);
    case 'not':
      return `${not}${part(segment.of, ['all', 'any'])}`;
    case 'all':
      return segment.of.map((one) => part(one, ['all', 'any'])).join(` ${and} `);
    default:
      return segment.of.map((one) => part(one, ['any'])).join(` ${or} `);
  }
}

/** 10000 fen -> "100元", "100 yuan". */
export function printValue(
  metric: MetricName,
  value: number,
  vocabulary: Vocabulary,
  language: Language = 'zh',
): string {
  const unit = unitOf(metric, vocabulary);
  const number = printNumber(value, unit);
  const written = vocabulary.words.written[unit];
  if (language === 'zh' || written === '' || written === '%') return `${number}${written}`;
  const english = vocabulary.words.units.find(({ words }) => words.includes(written))?.words.find(isEnglish);
  return `${number} ${english ?? written}`;
}

function joinersOf({ words: { connectives } }: Vocabulary, language: Language) {
  return language === 'en'
    ? { and: 'and', or: 'or', not: 'not ' }
    : { and: connectives.and[0]!, or: connectives.or[0]!, not: connectives.not[0]! };
}

function wordIn(words: readonly string[], language: Language): string {
  return (language === 'en' ? words.find(isEnglish) : undefined) ?? words[0]!;
}

function isEnglish(word: string): boolean {
  return /^[a-z]/.test(word);
}

function metricName(metric: MetricName, vocabulary: Vocabulary, language: Language): string {
  return language === 'en' ? vocabulary.words.english.metrics[metric][0]! : wordsOf(metric, vocabulary).words[0]!;
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
