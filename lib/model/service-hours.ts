/** When a shop answers: spans of the Shanghai day for each weekday, and the days on which it does not. */
import { z } from './zod.ts';

/** Minutes of the day, 24:00 being 1440. */
const minuteSchema = z.number().int().min(0).max(1440);
const spanSchema = z.tuple([minuteSchema, minuteSchema]);
export type OpenSpan = z.infer<typeof spanSchema>;

const areInOrder = (spans: readonly OpenSpan[]) =>
  spans.every(([from, to], index) => from < to && (index === 0 || spans[index - 1]![1] <= from));

const dayListSchema = z.array(z.number().int().min(0).max(100_000)).max(100);

export const serviceHoursSchema = z.object({
  /** From Monday; a lunch break is what lies between two spans. */
  week: z
    .array(z.array(spanSchema).max(4).refine(areInOrder, 'spans of a day one after the other, each from and to'))
    .length(7)
    .refine((week) => week.some((spans) => spans.length > 0), 'a shop that is open at some time of the week'),
  /** Closed on public holidays. */
  keepsHolidays: z.boolean(),
  /** The shop's own, Shanghai days: closed on top of the holidays, and open though it is one. */
  closedDays: dayListSchema,
  openDays: dayListSchema,
  /** It sells abroad: the clocks of that trade hold. */
  isCrossBorder: z.boolean(),
});
export type ServiceHours = z.infer<typeof serviceHoursSchema>;

/** The newest of a shop holds; null goes back to the usual hours. */
export const shopHoursSchema = z.object({ shopId: z.string().min(1), hours: serviceHoursSchema.nullable() });
export type ShopHours = z.infer<typeof shopHoursSchema>;
