/** The states of a customer's life with the shop as data (SEG-15): their names, and the thresholds between them. */
import { labelSchema } from '../../model/label.ts';
import { z } from '../../model/zod.ts';
import { lifecycleStates } from './lifecycle-states.ts';
import { thresholdSchema } from './threshold-schema.ts';

const limitSchema = z.object({ threshold: thresholdSchema });

export const lifecycleSchema = z.object({
  source: z.array(z.string()).min(1),
  note: labelSchema,
  limits: z.object({
    newDays: limitSchema,
    silentDays: limitSchema,
    dormantDays: limitSchema,
    lostDays: limitSchema,
    backDays: limitSchema,
  }),
  states: z
    .array(z.object({ id: z.enum(lifecycleStates), label: labelSchema }))
    .refine((states) => states.map(({ id }) => id).join() === lifecycleStates.join(), {
      error: `expected the states ${lifecycleStates.join(', ')}`,
    }),
});
export type LifecycleRule = z.infer<typeof lifecycleSchema>;
