/** What happens to a work order (工单), as the log keeps it. Notes are short texts that a person typed; nothing of a chat is kept. */
import { caseIdSchema } from './after-sale.ts';
import { eventStamp } from './event-stamp.ts';
import { fenSchema } from './fen-schema.ts';
import { instantSchema } from './instant-schema.ts';
import { ownerSchema as owner } from './label-owners.ts';
import { MAX_NOTE_CHARS } from './limits.ts';
import { orderIdSchema } from './order.ts';
import { z } from './zod.ts';

const workOrderId = z.string().min(1).max(60);
/** Id of a reason label of `lib/rules/service`. */
const labelId = z.string().min(1).max(40);

/** Where it was opened from. */
export const workOrderSourceSchema = z.enum(['chat', 'order', 'afterSale', 'hand']);
export type WorkOrderSource = z.infer<typeof workOrderSourceSchema>;

/** Why its owner is its owner: chosen by a person, by the shop's table for its label, or because they opened it. */
const ownerBySchema = z.enum(['hand', 'label', 'opener']);
export type OwnerBy = z.infer<typeof ownerBySchema>;

export const newWorkOrderSchema = z.object({
  /** Made by whoever opens it, so that opening it twice is opening it once. */
  workOrderId,
  shopId: z.string().min(1),
  /** Null for a buyer of whom only a mask is known. */
  customerId: z.string().min(1).nullable(),
  orderId: orderIdSchema.nullable(),
  caseId: caseIdSchema.nullable(),
  from: workOrderSourceSchema,
  /** Null as long as nobody said. */
  labelId: labelId.nullable(),
  owner: owner.nullable(),
  /** Absent in older events, of which nobody knows: as if by hand. `hand` with no owner: nobody is wanted. */
  ownerBy: ownerBySchema.nullish(),
  amountFen: fenSchema.nullable(),
  /** When the buyer came with it, where that is known: its clocks run from then. */
  startedAt: instantSchema.nullable(),
});
export type NewWorkOrder = z.infer<typeof newWorkOrderSchema>;

export const offerOutcomeSchema = z.enum(['offered', 'accepted', 'refused']);
export type OfferOutcome = z.infer<typeof offerOutcomeSchema>;

/** What someone does to a work order that is there. */
export const workOrderDeedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('workOrderLabelled'), workOrderId, labelId }),
  z.object({ kind: z.literal('workOrderAssigned'), workOrderId, owner: owner.nullable() }),
  z.object({ kind: z.literal('workOrderPriced'), workOrderId, amountFen: fenSchema.nullable() }),
  z.object({
    kind: z.literal('workOrderStepped'),
    workOrderId,
    /** Id of a step of `lib/rules/service`. */
    stepId: z.string().min(1).max(40),
    /** Until when it is promised (epoch ms); null for what was done at once. */
    dueAt: instantSchema.nullable(),
  }),
  z.object({
    kind: z.literal('workOrderNoted'),
    workOrderId,
    text: z.string().trim().min(1).max(MAX_NOTE_CHARS),
  }),
  /** A step of a negotiation: it was offered, and what the buyer said to it. */
  z.object({
    kind: z.literal('workOrderOffered'),
    workOrderId,
    /** Id of a negotiation step of `lib/rules/service/disputes`. */
    stepId: z.string().min(1).max(40),
    outcome: offerOutcomeSchema,
  }),
  /** It was about the same as another one, which goes on for both. */
  z.object({ kind: z.literal('workOrderMerged'), workOrderId, into: workOrderId }),
  /** The customer was told what came of it. */
  z.object({ kind: z.literal('workOrderTold'), workOrderId }),
  z.object({ kind: z.literal('workOrderClosed'), workOrderId }),
  z.object({ kind: z.literal('workOrderReopened'), workOrderId }),
]);
export type WorkOrderDeed = z.infer<typeof workOrderDeedSchema>;

/** What became of a promise: of a text that went out (its contact's event and its place there) or of a planned step (its event). */
export const promiseSettledSchema = z.object({
  promiseId: z.string().min(1),
  outcome: z.enum(['kept', 'broken']),
});
export type PromiseSettled = z.infer<typeof promiseSettledSchema>;

const [labelled, assigned, priced, stepped, noted, offered, merged, told, closed, reopened] =
  workOrderDeedSchema.options;

/** Of the event log. */
export const workOrderEventSchemas = [
  z.object({ ...eventStamp, kind: z.literal('workOrderOpened'), workOrder: newWorkOrderSchema }),
  z.object({
    ...eventStamp,
    ...labelled.shape,
    /** To whom it went by the label; absent where it stayed with whom it was. */
    owner: owner.nullish(),
  }),
  z.object({ ...eventStamp, ...assigned.shape }),
  z.object({ ...eventStamp, ...priced.shape }),
  z.object({ ...eventStamp, ...stepped.shape }),
  z.object({ ...eventStamp, ...noted.shape }),
  z.object({ ...eventStamp, ...offered.shape }),
  z.object({ ...eventStamp, ...merged.shape }),
  z.object({ ...eventStamp, ...told.shape }),
  z.object({ ...eventStamp, ...closed.shape }),
  z.object({ ...eventStamp, ...reopened.shape }),
  z.object({ ...eventStamp, ...promiseSettledSchema.shape, kind: z.literal('promiseSettled') }),
] as const;
