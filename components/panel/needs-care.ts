import type { Assessment } from '../../lib/views/customers/assessment.ts';

/** A case is open, or the customer is about to be lost. */
export function needsCare(assessment: Assessment | null): boolean {
  if (!assessment) return false;
  const tone = assessment.tiers[0]?.tier.tone;
  return hasOpenCase(assessment) || tone === 'watch' || tone === 'risk';
}

export function hasOpenCase({ metrics }: Assessment): boolean {
  return (metrics.openAfterSales ?? 0) > 0;
}
