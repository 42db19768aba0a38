/** Numbers of the shipped rules that a shop set for itself, as the log keeps them. */
import { z } from './zod.ts';

const id = z.string().min(1).max(60);

export const numberedRuleSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('playbook'), id }),
  z.object({ what: z.literal('contactLimits') }),
  z.object({ what: z.literal('clock'), id }),
  /** Of the shop's platform. */
  z.object({ what: z.literal('couponLimits') }),
]);
/** One rule whose numbers are set together. */
export type NumberedRule = z.infer<typeof numberedRuleSchema>;

/** All numbers of one rule that are not as they ship: the newest of a rule holds, and none puts it back. */
export const ownNumbersSchema = z.object({
  shopId: z.string().min(1),
  rule: numberedRuleSchema,
  numbers: z.record(z.string().min(1).max(80), z.number()),
});
export type RuleNumbers = z.infer<typeof ownNumbersSchema>;
