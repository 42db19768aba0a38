/** What a shop decided of its playbooks and its calendar, and the days that people wrote down of customers, as the log keeps it. */
import { eventStamp } from './event-stamp.ts';
import { fenSchema } from './fen-schema.ts';
import { instantSchema } from './instant-schema.ts';
import { MAX_NAME_CHARS } from './limits.ts';
import { momentKinds, momentRepeats } from './occasion.ts';
import { z } from './zod.ts';

const shopId = z.string().min(1);
const customerId = z.string().min(1);
const name = z.string().trim().min(1).max(MAX_NAME_CHARS);
const MAX_POINTS = 100_000_000;
const perDay = z.number().int().min(1).max(200).nullable();

/** All of it; the newest event of a shop holds. */
export const shopPracticeSchema = z.object({
  /** Playbook id -> whether it is on; what is not named stands as it ships. */
  playbooks: z.record(z.string().max(60), z.boolean()),
  /** How many customers a day; null leaves it to the preset. */
  perDay: z.object({ calm: perDay, wake: perDay, thank: perDay }),
  /** It sells abroad: festivals kept there count as well. */
  isAbroad: z.boolean(),
  /** Ids of the rights that the shop has; left out or null where it said nothing. */
  benefits: z.array(z.string().min(1).max(40)).max(60).nullish(),
  /** The shop's membership levels by net spend, ascending. */
  levels: z
    .array(z.object({ name, fromFen: fenSchema.positive() }))
    .max(6)
    .refine((levels) => levels.every(({ fromFen }, at) => at === 0 || fromFen > levels[at - 1]!.fromFen), {
      error: 'expected levels that rise',
    }),
});
export type ShopPractice = z.infer<typeof shopPracticeSchema>;

/** A launch, a livestream or a members' day; one with the same id takes the place of an earlier one. */
export const shopMomentSchema = z
  .object({
    momentId: z.string().min(1).max(60),
    kind: z.enum(momentKinds),
    name,
    /** Of a launch, words that stand in the titles of what is launched: by them its first week is counted. */
    article: name.nullish(),
    startAt: instantSchema,
    endAt: instantSchema,
    /** It comes again on the same day of every month, or of every week; left out or null for once. */
    repeats: z.enum(momentRepeats).nullish(),
  })
  .refine(({ startAt, endAt }) => startAt < endAt && endAt - startAt <= 15 * 86_400_000, {
    error: 'expected an end after the start, within 15 days',
  });
export type ShopMoment = z.infer<typeof shopMomentSchema>;

/** Of a birthday no year is kept. One of each kind per customer: the newest holds. */
export const customerDateSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('birthday'),
    month: z.number().int().min(1).max(12),
    day: z.number().int().min(1).max(31),
  }),
  z.object({
    what: z.literal('pointsExpiry'),
    day: z.number().int().positive(),
    /** How many expire, as the customer or the platform's member page says; left out or null where nobody said. */
    points: z.number().int().positive().max(MAX_POINTS).nullish(),
  }),
]);
export type CustomerDate = z.infer<typeof customerDateSchema>;
export const customerDateKindSchema = z.enum(['birthday', 'pointsExpiry']);

export const shopPracticeChoiceSchema = z.object({ shopId, practice: shopPracticeSchema });
export const momentSettingSchema = z.object({ shopId, moment: shopMomentSchema });
export const momentRemovalSchema = z.object({ shopId, momentId: z.string().min(1) });
export const customerDateSettingSchema = z.object({ customerId, date: customerDateSchema });
export const customerDateRemovalSchema = z.object({ customerId, what: customerDateKindSchema });

/** Of the event log. */
export const practiceEventSchemas = [
  z.object({ ...eventStamp, ...shopPracticeChoiceSchema.shape, kind: z.literal('shopPractice') }),
  z.object({ ...eventStamp, ...momentSettingSchema.shape, kind: z.literal('momentSet') }),
  z.object({ ...eventStamp, ...momentRemovalSchema.shape, kind: z.literal('momentRemoved') }),
  z.object({ ...eventStamp, ...customerDateSettingSchema.shape, kind: z.literal('customerDateSet') }),
  z.object({ ...eventStamp, ...customerDateRemovalSchema.shape, kind: z.literal('customerDateRemoved') }),
] as const;
