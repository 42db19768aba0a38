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
  /**
   * What is believed of a playbook before a trial: it adds `lift` to the rate of return, give or take `spread` (its standard
   * deviation). The lift is what a trial plans for; no source tells more (PRACTICE MET-12 to MET-14: vendors' numbers).
   */
  uplift: z.object({
    lift: z.number().positive().max(1),
    spread: z.number().positive().max(1),
    /**
     * What trials may make of the worth of the playbook's customers in the order of the list: one neither hides a playbook for good
     * nor puts it above all others.
     */
    least: z.number().positive().max(1),
    most: z.number().min(1),
  }),
});
export type UpliftPrior = z.infer<typeof dayListSchema>['uplift'];
