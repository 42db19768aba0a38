/** What a trial begins with before anybody says otherwise, as data. */
import { z } from '../../model/zod.ts';

export const trialRulesSchema = z.object({
  /** Part of the eligible customers that is left alone. */
  holdOutShare: z.number().min(0.05).max(0.5),
  /** Of two offers, each. */
  pairShare: z.number().min(0.05).max(0.5),
  lift: z.number().min(0.005).max(0.5),
  horizonDays: z.number().int().min(3).max(180),
});
