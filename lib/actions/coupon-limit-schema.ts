/** A limit of a platform's coupon tool, as data. */
import { labelSchema } from '../model/label.ts';
import { platformSchema } from '../model/platform.ts';
import { z } from '../model/zod.ts';

export const couponLimitSchema = z.object({
  platform: platformSchema,
  limit: z.enum(['faceStepFen', 'mostFaceFen', 'thresholdAboveFace', 'mostValidDays']),
  /** Null where it is not known; `thresholdAboveFace` is 1 for yes. */
  value: z.number().positive().nullable(),
  /** `seen`: in captured records and forms. `said`: somewhere, by somebody. */
  certainty: z.enum(['seen', 'said', 'unknown']),
  label: labelSchema,
  source: z.string().min(1),
});
export type CouponLimit = z.infer<typeof couponLimitSchema>;
