/** A condition over one metric, as data. */
import { z } from '../../model/zod.ts';
import { metricNames } from '../metrics.ts';

export const clauseSchema = z.object({
  metric: z.enum(metricNames),
  is: z.enum(['=', '>=', '<=', '>', '<']),
  value: z.number(),
});
export type Clause = z.infer<typeof clauseSchema>;
