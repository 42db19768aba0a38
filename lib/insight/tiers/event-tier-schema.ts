/** Tiers of one livestream as data (SEG-34 to SEG-38), over what a customer bought on its days. */
import { labelSchema } from '../../model/label.ts';
import { z } from '../../model/zod.ts';
import { clauseSchema } from './clause-schema.ts';
import { thresholdSchema } from './threshold-schema.ts';

/** What is known of a customer who bought in the event; of others nothing is. */
export const eventMetricNames = [
  /** In the event. */
  'purchases',
  /** In the event; not known where the pieces of one purchase are not. */
  'pieces',
  /** In the event, those that are known: at least so many. */
  'knownPieces',
  /** Mean of the purchases in the event whose amount is known. */
  'averageFen',
  'purchasesBefore',
  'purchasesAfter',
  /** Since the last purchase, in the event or after it. */
  'recencyDays',
] as const;
export type EventMetricName = (typeof eventMetricNames)[number];

const shape = { metric: z.enum(eventMetricNames), is: clauseSchema.shape.is };
const eventClauseSchema = z.union([
  z.strictObject({ ...shape, value: z.number() }),
  z.strictObject({ ...shape, threshold: thresholdSchema }),
]);

const eventTierSchema = z
  .object({
    id: z.string().min(1),
    label: labelSchema,
    need: labelSchema,
    tone: z.enum(['good', 'calm', 'watch', 'risk']),
    source: z.array(z.string()).min(1),
    note: labelSchema.optional(),
    /** False: such people are in no order, so nobody can be counted; the note says why. */
    isCountable: z.boolean(),
    /** Passed when all clauses of one of these hold. */
    any: z.array(z.array(eventClauseSchema).min(1)),
  })
  .refine(({ isCountable, any, note }) => (isCountable ? any.length > 0 : any.length === 0 && note !== undefined), {
    error: 'expected clauses, or a note why nobody can be counted',
  });

export const eventTierGroupSchema = z.object({
  id: z.string().min(1),
  label: labelSchema,
  /** In order of precedence. */
  tiers: z.array(eventTierSchema).min(1),
});
export type EventTierGroup = z.infer<typeof eventTierGroupSchema>;
