/** Which offers are for new customers, as data. */
import { z } from '../model/zod.ts';

export const fairnessSchema = z.object({
  source: z.array(z.string()).min(1),
  /** Playbooks for customers with no purchase or one. */
  newCustomerPlaybooks: z.array(z.string()).min(1),
  /** By these words a coupon of the shop says that it is for new customers: its page has no field for it. */
  newCustomerWords: z.array(z.string().min(2)).min(1),
});
export type FairnessRules = z.infer<typeof fairnessSchema>;
