/** The words of the segment language in one shop: the shipped ones, and the tiers with the shop's own numbers. */
import { lexiconOf, type Lexicon } from '../insight/segments/lexicon.ts';
import type { Tier } from '../insight/tiers/tier.ts';
import { metricWords } from '../rules/metrics.ts';
import { conditions, segmentWords } from '../rules/segments.ts';

const made = new WeakMap<readonly Tier[], Lexicon>();

/** @returns the same object for the same tiers */
export function shopLexicon(tiers: readonly Tier[]): Lexicon {
  const known = made.get(tiers);
  if (known) return known;
  const lexicon = lexiconOf({ metrics: metricWords, tiers, conditions, words: segmentWords });
  made.set(tiers, lexicon);
  return lexicon;
}
