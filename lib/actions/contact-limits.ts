/** How often a customer may be contacted, as data. */
import { z } from '../model/zod.ts';

export const contactLimitsSchema = z.object({
  minGapHours: z.number().positive(),
  contactsPer7Days: z.number().int().positive(),
  offersPer30Days: z.number().int().positive(),
});
export type ContactLimits = z.infer<typeof contactLimitsSchema>;
