/** How things of the segment language are written by us, and found by others. */
import type { Label } from '../../model/label.ts';
import type { MetricName } from '../metrics.ts';
import type { Vocabulary } from './lexicon.ts';
import type { MetricWords } from './vocabulary-schema.ts';

/** The entry of a metric; every metric has one. */
export function wordsOf(metric: MetricName, { metrics }: Vocabulary): MetricWords {
  return metrics.find(({ name }) => name === metric)!;
}

/** The word that we write for a tier; its id for one that is gone. */
export function tierName(tier: string, { tiers }: Vocabulary, language: keyof Label = 'zh'): string {
  return tiers.find(({ id }) => id === tier)?.label[language] ?? tier;
}

export function conditionName(
  condition: string,
  { conditions, words }: Vocabulary,
  language: keyof Label = 'zh',
): string {
  const label = conditions.find(({ id }) => id === condition)?.label;
  return (language === 'en' ? (words.english.conditions[condition]?.[0] ?? label?.en) : label?.zh) ?? condition;
}

/** What a word of the language stands for, as it is written and as it is found. */
export interface Wording {
  /** The words that we write, by language. */
  ours: Label;
  /** All words for it, those among them. */
  texts: readonly string[];
}

export function tierWordings({ tiers, words }: Vocabulary): Wording[] {
  return tiers.map(({ id, label }) => ({
    ours: label,
    texts: [label.zh, ...(words.tiers[id]?.words ?? []), label.en, id],
  }));
}

/** Everything that a condition may begin with. */
export function conditionWordings(vocabulary: Vocabulary): Wording[] {
  const { ownTier, english } = vocabulary.words;
  const [own] = ownTier;
  return [
    ...vocabulary.metrics.map(({ name, label, words }) => ({
      ours: { zh: words[0]!, en: english.metrics[name][0]! },
      texts: [...words, label.zh, label.en, name, ...english.metrics[name]],
    })),
    ...tierWordings(vocabulary),
    ...vocabulary.conditions.map(({ id, label, words }) => ({
      ours: { zh: label.zh, en: english.conditions[id]?.[0] ?? label.en },
      texts: [label.zh, ...words, label.en, id, ...(english.conditions[id] ?? [])],
    })),
    { ours: { zh: own!, en: 'tier' }, texts: [own!, 'tier'] },
    { ours: { zh: vocabulary.words.tag[0]!, en: 'tag:' }, texts: vocabulary.words.tag },
  ];
}
