/** How fast what has to be answered, done and closed, as data. */
import { labelSchema } from '../model/label.ts';
import { platformSchema } from '../model/platform.ts';
import { formatDay } from '../model/shanghai-time.ts';
import { z } from '../model/zod.ts';
import { matterSchema } from '../model/matter.ts';

export const clockKindSchema = z.enum(['reply', 'act', 'close']);
export type ClockKind = z.infer<typeof clockKindSchema>;

/** One field of the matrix. Of several that fit, that of sales abroad counts before that of a platform, and that before the rest. */
export const clockRuleSchema = z.object({
  id: z.string().min(1).max(40),
  label: labelSchema,
  kind: clockKindSchema,
  matters: z.array(matterSchema).min(1),
  isCrossBorder: z.boolean(),
  /** Null for every one. */
  platform: platformSchema.nullable(),
  minutes: z.number().positive(),
  /** What it runs from: the buyer came with it, or was first answered. */
  from: z.enum(['start', 'reply']),
  /** Whether it runs while the shop is open, in the working hours of buyers abroad, or day and night. */
  counts: z.enum(['openTime', 'buyerTime', 'always']),
  source: z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)).min(1),
  /** How slow a shop of its own may at most be, and which law or measure of a platform (null for any) says so. */
  most: z
    .array(
      z.object({
        platform: platformSchema.nullable(),
        minutes: z.number().positive(),
        why: labelSchema,
        source: z.string().min(1),
      }),
    )
    .min(1),
});
export type ClockRule = z.infer<typeof clockRuleSchema>;

const offsetSchema = z.number().min(-12).max(14);

/** Which Sunday of a month: the second of March. */
const sundaySchema = z.object({ month: z.number().int().min(1).max(12), sunday: z.number().int().min(1).max(4) });

/** When buyers abroad work, by their own clock. */
export const buyerHoursSchema = z.object({
  source: z.array(z.string().regex(/^[A-Z]{3}-\d{2}$/)).min(1),
  zone: z.string().min(1),
  utcOffsetHours: offsetSchema,
  /** Between these Sundays of a year clocks are put forward there; null where they never are. */
  summer: z.object({ utcOffsetHours: offsetSchema, from: sundaySchema, until: sundaySchema }).nullable(),
  /** Minutes of their day. */
  from: z.number().int().min(0).max(1439),
  to: z.number().int().min(1).max(1440),
  /** 0 is Monday. */
  weekdays: z.array(z.number().int().min(0).max(6)).min(1),
});
export type BuyerHours = z.infer<typeof buyerHoursSchema>;

const isoDay = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)) && formatDay(dayNumber(text)) === text, 'a day such as 2026-10-01');
const dayNumber = (text: string) => Date.parse(text) / 86_400_000;

/** What a year brings: days off, and days off that are worked to make up for them (调休). They come out as Shanghai days. */
export const holidayYearsSchema = z.array(
  z
    .object({
      year: z.number().int(),
      /** The government said how the days lie; else they are those of the law alone. */
      isAnnounced: z.boolean(),
      note: labelSchema,
      source: z.string().min(1),
      spans: z.array(z.object({ label: labelSchema, from: isoDay, to: isoDay })).min(1),
      workdays: z.array(isoDay),
    })
    .transform(({ spans, workdays, ...year }) => ({
      ...year,
      days: spans.flatMap(({ from, to }) =>
        Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) => dayNumber(from) + index),
      ),
      workdays: workdays.map(dayNumber),
    })),
);
export type HolidayYear = z.infer<typeof holidayYearsSchema>[number];
