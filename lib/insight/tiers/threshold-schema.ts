/** A number of our rules that a shop may set for itself, as data: its name, its unit and how far it may be moved. */
import { labelSchema } from '../../model/label.ts';
import { z } from '../../model/zod.ts';

export const thresholdSchema = z
  .object({
    id: z.string().min(1),
    label: labelSchema,
    unit: z.enum(['days', 'times', 'months', 'pieces', 'fen', 'ratio', 'cycles']),
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
    /** Null: taken from the shop's own customers until the shop sets it. */
    default: z.number().nullable(),
    /** Rule ids behind the default; "ours" where no rule names a number. */
    source: z.array(z.string()).min(1),
  })
  .refine(({ min, max, default: preset }) => min < max && (preset === null || (min <= preset && preset <= max)), {
    error: 'expected min < max and a default between them',
  });
export type Threshold = z.infer<typeof thresholdSchema>;
