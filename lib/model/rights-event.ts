/** What a shop owes or granted beside an order: a reward for a referral, a seat in a trial, a promise for long, as the log keeps it. */
import { eventStamp } from './event-stamp.ts';
import { fenSchema } from './fen-schema.ts';
import { MAX_NAME_CHARS } from './limits.ts';
import { z } from './zod.ts';

const rightId = z.string().min(1).max(60);
const name = z.string().trim().min(1).max(MAX_NAME_CHARS);
const customerId = z.string().min(1);

export const rightSchema = z.discriminatedUnion('what', [
  /** The friend of this customer ordered: both are to be rewarded by that Shanghai day. */
  z.object({
    what: z.literal('referral'),
    customerId,
    /** Who came: a customer of the shop, or what they are called where none was found; older events name nobody. */
    friendId: customerId.nullish(),
    friendName: name.nullish(),
    /** Of each of the two. */
    rewardFen: fenSchema.positive(),
    dueDay: z.number().int().positive(),
  }),
  z.object({ what: z.literal('trialSeat'), customerId, trial: name }),
  /** Of one customer, or of all of the shop's. */
  z.object({ what: z.literal('longPromise'), customerId: customerId.nullable(), name, yearlyFen: fenSchema }),
]);
export type Right = z.infer<typeof rightSchema>;

export const rightNoteSchema = z.object({ rightId, shopId: z.string().min(1), right: rightSchema });
export type RightNote = z.infer<typeof rightNoteSchema>;
/** Paid, given back, or ended. */
export const rightSettlementSchema = z.object({ rightId });

/** Of the event log. */
export const rightsEventSchemas = [
  z.object({
    ...eventStamp,
    ...rightNoteSchema.shape,
    kind: z.literal('rightNoted'),
    /** Both customers of a referral: whoever is forgotten leaves it, too. */
    parties: z.array(customerId).nullish(),
  }),
  z.object({ ...eventStamp, ...rightSettlementSchema.shape, kind: z.literal('rightSettled') }),
] as const;
