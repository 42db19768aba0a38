/** How often a customer may be contacted, when, and with how little, as data. */
import { z } from '../model/zod.ts';

export const contactLimitsSchema = z.object({
  minGapHours: z.number().positive(),
  contactsPer7Days: z.number().int().positive(),
  offersPer30Days: z.number().int().positive(),
  /** Shanghai hours from and to which nobody is approached; who asks is answered. */
  quietFromHour: z.number().int().min(0).max(23),
  quietToHour: z.number().int().min(0).max(23),
  /** An offer that saves less of the customer's basket does not count to them (ACT-15). */
  minOfferShare: z.number().min(0).max(1),
});
export type ContactLimits = z.infer<typeof contactLimitsSchema>;

export type QuietHours = Pick<ContactLimits, 'quietFromHour' | 'quietToHour'>;
