/** A tier as data: a name, what its customers need, and the ways of drawing its line. */
import { labelSchema } from '../../model/label.ts';
import { z } from '../../model/zod.ts';
import { metricNames } from '../metrics.ts';
import { clauseSchema } from './clause-schema.ts';
import { thresholdSchema } from './threshold-schema.ts';

/** A clause whose number a shop may set for itself. */
const movableClauseSchema = z.strictObject({
  metric: z.enum(metricNames),
  is: clauseSchema.shape.is,
  threshold: thresholdSchema,
});

const variantSchema = z.object({
  id: z.string().min(1),
  label: labelSchema,
  source: z.array(z.string()).min(1),
  /** Why the line runs here, where the sources leave it open. */
  note: labelSchema.optional(),
  all: z.array(z.union([clauseSchema.strict(), movableClauseSchema])).min(1),
});

export const tierSchema = z.object({
  id: z.string().min(1),
  label: labelSchema,
  /** What such a customer needs, in one line (OTH-02, SEG-04, SEG-06, SEG-08). */
  need: labelSchema,
  /** What the shop wants to reach with them (SEG-05, SEG-07, SEG-09). */
  goal: labelSchema,
  tone: z.enum(['good', 'calm', 'watch', 'risk']),
  /** Ways of drawing the line; the first is the default, a shop may choose another. */
  variants: z.array(variantSchema).min(1),
});
/** A tier as it ships; `resolveTiers` makes it the shop's. */
export type TierPreset = z.infer<typeof tierSchema>;
