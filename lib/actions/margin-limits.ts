/** How little an offer may leave, as data. */
import { z } from '../model/zod.ts';

export const marginLimitsSchema = z.object({
  /** Least part of what a buyer pays that stays with the shop; 0: never under cost. A shop may set its own. */
  floorShare: z.number().min(-0.5).max(0.9),
  /** With costs of a smaller part of a basket than this, nothing is said of what stays. */
  minCoverage: z.number().gt(0).max(1),
});
export type MarginLimits = z.infer<typeof marginLimitsSchema>;
