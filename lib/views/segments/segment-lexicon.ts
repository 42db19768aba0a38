/** The words of the segment language in one shop: the shipped ones, and the tiers with the shop's own numbers. */
import type { Lexicon } from '../../insight/segments/lexicon.ts';
import type { Tier } from '../../insight/tiers/tier.ts';
import { segmentLanguage } from './segment-language.ts';

const made = new WeakMap<readonly Tier[], Lexicon>();

/** @returns the same object for the same tiers */
export function shopLexicon(tiers: readonly Tier[]): Lexicon {
  const known = made.get(tiers);
  if (known) return known;
  const lexicon = { ...segmentLanguage, vocabulary: { ...segmentLanguage.vocabulary, tiers } };
  made.set(tiers, lexicon);
  return lexicon;
}
