/** Festivals and sale days as data. What runs by the moon is a table of days, so that no browser has to know calendars. */
import { labelSchema } from '../model/label.ts';
import { calendarKinds, certainties } from '../model/occasion.ts';
import { z } from '../model/zod.ts';

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const monthDaySchema = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

const dayRuleSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('date'), monthDay: monthDaySchema }),
  /** The second Sunday of May: `weekday` 0 is Sunday. */
  z.object({
    by: z.literal('weekday'),
    month: z.number().int().min(1).max(12),
    weekday: z.number().int().min(0).max(6),
    which: z.number().int().min(1).max(5),
  }),
  z.object({ by: z.literal('table'), days: z.array(dateSchema).min(1) }),
]);
export type DayRule = z.infer<typeof dayRuleSchema>;

export const calendarEntrySchema = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  kind: z.enum(calendarKinds),
  label: labelSchema,
  /** Rule ids of the practice, or "ours". */
  source: z.array(z.string()).min(1),
  day: dayRuleSchema,
  /** Days before and after the day that belong to it. */
  daysBefore: z.number().int().min(0).max(60),
  daysAfter: z.number().int().min(0).max(30),
  certainty: z.enum(certainties),
  /** Where it is kept: in China, or where a cross-border shop sells. */
  market: z.enum(['cn', 'abroad']),
});
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;
