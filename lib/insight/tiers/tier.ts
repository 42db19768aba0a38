/** Whose tier is which: the first that passes is the customer's tier, the others that pass are further traits. */
import type { Label } from '../../model/label.ts';
import type { Metrics } from '../metrics.ts';
import { check, type Condition, type Evidence } from './clause.ts';
import type { TierPreset } from './tier-schema.ts';

/** A tier of one shop, with the shop's own numbers. */
export interface Tier {
  id: string;
  label: Label;
  need: Label;
  goal: Label;
  tone: TierPreset['tone'];
  /** Rule ids behind the line that is drawn, such as SEG-24. */
  source: readonly string[];
  all: readonly Condition[];
}

export interface TierMatch {
  tier: Tier;
  /** Rule ids behind the line that was drawn. */
  source: readonly string[];
  evidence: Evidence[];
}

/**
 * @param tiers in order of precedence
 * @returns every tier that passes, the customer's own first
 */
export function tiersOf(metrics: Metrics, tiers: readonly Tier[]): TierMatch[] {
  return tiers.flatMap((tier) => {
    const evidence = check(tier.all, metrics);
    return evidence ? [{ tier, source: tier.source, evidence }] : [];
  });
}
