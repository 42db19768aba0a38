/** Something a shop may or may not offer: what is said of it is a promise that it keeps, or one that it breaks. */
import { complianceRuleSchema } from './compliance-rule.ts';
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';

const shopPolicySchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: labelSchema,
  /** How it is said, in the trigger language. */
  phrase: z.string().min(1),
  /** The rules that are silent about it where it is offered. */
  relaxes: z.array(z.string()),
  examples: z
    .object({ said: z.array(z.string().min(1)).min(2), notSaid: z.array(z.string().min(1)).min(1) })
    .optional(),
});
export const shopPoliciesSchema = z.strictObject({
  policies: z.array(shopPolicySchema),
  /** The rule that speaks up where one of them is said and not offered; its triggers are their phrases. */
  brokenPromise: complianceRuleSchema.omit({ triggers: true }),
});
export type ShopPolicies = z.infer<typeof shopPoliciesSchema>;
