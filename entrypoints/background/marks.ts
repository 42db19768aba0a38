/** What the overlay draws of an assessment, in the interface's language. */
import { labelText } from '../../lib/browser/i18n.ts';
import type { BuyerMark } from '../../lib/messaging/answers.ts';
import type { Assessment } from '../../lib/views/customers/assessment.ts';

/** Marks by order id or chat key; a customer without a tier gets none. */
export function marksBy(assessments: readonly [string, Assessment][]): Record<string, BuyerMark> {
  return Object.fromEntries(
    assessments.flatMap(([key, { tiers }]) => {
      const tier = tiers[0]?.tier;
      return tier
        ? [[key, { tierId: tier.id, label: labelText(tier.label), tone: tier.tone, reason: labelText(tier.need) }]]
        : [];
    }),
  );
}
