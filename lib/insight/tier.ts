/** Tiers as data: the first that passes is the customer's tier, the others that pass are further traits. */
import { z } from '../model/zod.ts';
import { labelSchema } from '../model/label.ts';
import { check, clauseSchema, type Evidence } from './clause.ts';
import type { Metrics } from './metrics.ts';

export const tierSchema = z.object({
  id: z.string().min(1),
  label: labelSchema,
  /** What such a customer needs, in one line (OTH-02). */
  need: labelSchema,
  tone: z.enum(['good', 'calm', 'watch', 'risk']),
  /** Ways of drawing the line; the first is the default, a shop may choose another. */
  variants: z
    .array(z.object({ id: z.string().min(1), source: z.array(z.string()).min(1), all: z.array(clauseSchema).min(1) }))
    .min(1),
});
export type Tier = z.infer<typeof tierSchema>;

export interface TierMatch {
  tier: Tier;
  /** Rule ids behind the line that was drawn, such as SEG-24. */
  source: string[];
  evidence: Evidence[];
}

/**
 * @param tiers in order of precedence
 * @param chosen tier id -> variant id, where the shop chose other than the default
 * @returns every tier that passes, the customer's own first
 */
export function tiersOf(
  metrics: Metrics,
  tiers: readonly Tier[],
  chosen: Readonly<Record<string, string>> = {},
): TierMatch[] {
  return tiers.flatMap((tier) => {
    const variant = tier.variants.find((candidate) => candidate.id === chosen[tier.id]) ?? tier.variants[0]!;
    const evidence = check(variant.all, metrics);
    return evidence ? [{ tier, source: variant.source, evidence }] : [];
  });
}
