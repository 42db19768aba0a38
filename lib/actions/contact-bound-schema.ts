/** How far a shop may move a limit of contacts, as data: towards the loose side no further than law and platforms go. */
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';
import { contactLimitsSchema } from './contact-limits.ts';

export const contactBoundSchema = z
  .object({
    limit: contactLimitsSchema.keyof(),
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
    /** On which side customers are disturbed more. */
    loosest: z.enum(['min', 'max']),
    /** Why it may not be looser. */
    why: labelSchema,
    source: z.array(z.string().min(1)).min(1),
  })
  .refine(({ min, max }) => min < max, { error: 'expected min < max' });
export type ContactBound = z.infer<typeof contactBoundSchema>;
