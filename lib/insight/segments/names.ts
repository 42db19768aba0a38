/** How things of the segment language are written by us, and found by others. */
import type { MetricName } from '../metrics.ts';
import type { Vocabulary } from './lexicon.ts';
import type { MetricWords } from './vocabulary-schema.ts';

/** The entry of a metric; every metric has one. */
export function wordsOf(metric: MetricName, { metrics }: Vocabulary): MetricWords {
  return metrics.find(({ name }) => name === metric)!;
}

/** The word that we write for a tier; its id for one that is gone. */
export function tierName(tier: string, { tiers }: Vocabulary): string {
  return tiers.find(({ id }) => id === tier)?.label.zh ?? tier;
}

export function conditionName(condition: string, { conditions }: Vocabulary): string {
  return conditions.find(({ id }) => id === condition)?.label.zh ?? condition;
}

/** Every tier with all its words, ours first. */
export function tierTexts({ tiers, words }: Vocabulary): string[][] {
  return tiers.map(({ id, label }) => [label.zh, ...(words.tiers[id]?.words ?? []), label.en, id]);
}

/** Everything that a condition may begin with, each with all its words, ours first. */
export function conditionTexts(vocabulary: Vocabulary): string[][] {
  return [
    ...vocabulary.metrics.map(({ name, label, words }) => [...words, label.zh, label.en, name]),
    ...tierTexts(vocabulary),
    ...vocabulary.conditions.map(({ id, label, words }) => [label.zh, ...words, label.en, id]),
    [vocabulary.words.ownTier[0]!],
  ];
}
