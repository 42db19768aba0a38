/** What a platform measures of a shop's service, as data, and how certain each part is. */
import { labelSchema } from '../model/label.ts';
import { platformSchema } from '../model/platform.ts';
import { z } from '../model/zod.ts';

/** `reported`: described in public by those who use it. `assumed`: nobody says in public, so it is ours. */
export const kpiCertaintySchema = z.enum(['reported', 'assumed']);

const minuteSchema = z.number().int().min(0).max(1440);
/** Minutes of the day in which a turn has to begin. */
const spanSchema = z.tuple([minuteSchema, minuteSchema]);

const kpiCountSchema = z.discriminatedUnion('what', [
  /** Share of turns that are answered within so long. */
  z.object({ what: z.literal('replyRate'), minutes: z.number().positive(), span: spanSchema }),
  /** Mean time until the answer; what takes longer, or never came, counts as the cap. */
  z.object({ what: z.literal('replyMean'), capMinutes: z.number().positive(), span: spanSchema }),
  /** Share of work orders that are closed within so long. */
  z.object({ what: z.literal('closure'), hours: z.number().positive() }),
  /** Mean time from the application for an after-sale case until its end. */
  z.object({ what: z.literal('caseTime') }),
  /** Nothing that is read tells it; `page`: where it stands. */
  z.object({ what: z.literal('notRead'), page: labelSchema }),
]);

export const kpiSchema = z.object({
  id: z.string().min(1).max(40),
  label: labelSchema,
  platform: platformSchema,
  count: kpiCountSchema,
  /** The month of the calendar, or the thirty days before. */
  window: z.enum(['month', 'days30']),
  /** A share 0..1 or milliseconds, to be reached or not to be gone over; null where none is known. A shop may say its own. */
  target: z.number().positive().nullable(),
});
export type Kpi = z.infer<typeof kpiSchema>;

/** What only whoever asks how one is counted has to know. */
export const kpiFactsSchema = z.object({
  id: kpiSchema.shape.id,
  certainty: z.object({ count: kpiCertaintySchema, window: kpiCertaintySchema, target: kpiCertaintySchema.nullable() }),
  note: labelSchema,
  source: z.array(z.string().min(1)).min(1),
});
export type KpiFacts = z.infer<typeof kpiFactsSchema>;

export const kpiRulesSchema = z.object({
  kpis: z.array(kpiSchema).min(1),
  /** Fewer counted ones make no figure. */
  minCounted: z.number().int().positive(),
  /** Fewer days with something make no forecast. */
  minDays: z.number().int().positive(),
  /** Of the window's days; seen less, a figure hides. */
  minCoverage: z.number().gt(0).lt(1),
});
export type KpiRules = z.infer<typeof kpiRulesSchema>;
