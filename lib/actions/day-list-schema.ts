/** How a day's list is worked through, as data. */
import { z } from '../model/zod.ts';

export const dayListSchema = z.object({
  /** Customers of one job that are shown at once: a day's work. */
  perDay: z.number().int().positive(),
  /** How long "later" is. */
  laterDays: z.number().int().positive(),
  /** How long a declined playbook is not suggested to the same customer again. */
  declinedDays: z.number().int().positive(),
  /** Seats of one trial (ACT-10). */
  trialSeats: z.number().int().positive(),
});
