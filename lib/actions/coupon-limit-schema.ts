/** A limit of a platform's coupon tool, as data. */
import { labelSchema } from '../model/label.ts';
import { platformSchema } from '../model/platform.ts';
import { z } from '../model/zod.ts';
import { rangeSchema } from './number-ranges.ts';

const which = {
  platform: platformSchema,
  limit: z.enum(['faceStepFen', 'mostFaceFen', 'thresholdAboveFace', 'mostValidDays']),
};

export const couponLimitSchema = z.object({
  ...which,
  unit: z.enum(['fen', 'days', 'yesNo']),
  /** Null where it is not known; of what is so or not, 1 for yes. */
  value: z.number().positive().nullable(),
  /** `seen`: in captured records and forms. `said`: somewhere, by somebody. */
  certainty: z.enum(['seen', 'said', 'unknown']),
  /** What is limited. */
  label: labelSchema,
  /** What the platform wants, with `{value}` in yuan or days; null where the label says it. */
  told: labelSchema.nullable(),
});
export type CouponLimit = z.infer<typeof couponLimitSchema>;

/** As it ships, or as a shop set it: that is what it saw of the platform's tool itself. */
export type LimitInForce = Omit<CouponLimit, 'certainty'> & { certainty: CouponLimit['certainty'] | 'own' };

/** What only whoever looks at the limits themselves, or changes one, has to know of it. */
export const couponLimitFactsSchema = z.object({
  ...which,
  /** What a shop may set in its place. */
  range: rangeSchema,
  source: labelSchema,
});
export type CouponLimitFacts = z.infer<typeof couponLimitFactsSchema>;
