/** Bands of one metric as data (SEG-17, SEG-18, SEG-31): where the cuts are, and what lies between them is called. */
import { labelSchema } from '../../model/label.ts';
import { z } from '../../model/zod.ts';
import { metricNames } from '../metrics.ts';
import { thresholdSchema } from './threshold-schema.ts';

export const bandScaleSchema = z
  .object({
    id: z.string().min(1),
    label: labelSchema,
    source: z.array(z.string()).min(1),
    note: labelSchema.optional(),
    metric: z.enum(metricNames),
    /** Ascending; a value on a cut belongs to the band above. `share`: the quantile to take while the shop sets no value. */
    cuts: z.array(z.object({ threshold: thresholdSchema, share: z.number().gt(0).lt(1).optional() })).min(1),
    /** From the lowest up, one more than cuts. */
    bands: z.array(z.object({ id: z.string().min(1), label: labelSchema })),
  })
  .refine(({ cuts, bands }) => bands.length === cuts.length + 1, { error: 'expected one band more than cuts' })
  .refine(({ cuts }) => cuts.every(({ threshold, share }) => (threshold.default === null) === (share !== undefined)), {
    error: 'expected either a default or a share for every cut',
  });
export type BandScale = z.infer<typeof bandScaleSchema>;
