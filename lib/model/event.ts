/**
 * What people did: an append-only log. Nothing in it is changed, an undo is another event; contacts, notes and links are folds of it.
 * Only what is about somebody who is forgotten, or older than it is kept, leaves it.
 */
import { actionSettingsSchema } from './action-settings.ts';
import { declineReasons } from './decline-reason.ts';
import { customerNoteEventSchemas } from './customer-note-event.ts';
import { columnMappingSchema } from './column-mapping.ts';
import { eventStamp as stamp } from './event-stamp.ts';
import { ownTemplateSchema } from './own-template.ts';
import { shopLabelOwnersSchema } from './label-owners.ts';
import { mendEventSchemas } from './mend-event.ts';
import { ownNumbersSchema } from './own-numbers.ts';
import { practiceEventSchemas } from './practice-event.ts';
import { rightsEventSchemas } from './rights-event.ts';
import { MAX_SHOP_RULES_CHARS } from './limits.ts';
import { shopHoursSchema } from './service-hours.ts';
import { shopServiceSchema } from './service-settings.ts';
import { workOrderEventSchemas } from './work-order-event.ts';
import { retentionSchema } from './retention-schema.ts';
import { couponTermsSchema, intervalSchema, trialSchema } from './trial.ts';
import { z } from './zod.ts';

/** What a text promised the buyer, and until when (epoch ms). Not the words: texts are not kept. */
export const promiseSchema = z.object({
  what: z.enum(['answer', 'dispatch', 'refund', 'act']),
  dueAt: z.number().int().positive(),
});
export type ContactPromise = z.infer<typeof promiseSchema>;
/** More times than a reply has room for. */
const MAX_PROMISES = 20;

/** A text was prepared for a buyer: copied, or put into the chat box. The person sends it, we never know if. Or a person says what they did. */
export const contactSchema = z.object({
  customerId: z.string().min(1),
  channel: z.enum(['chat', 'sms', 'phone', 'coupon', 'other']),
  /** `noted`: done elsewhere, such as a coupon sent by the platform's own tool or a call. */
  how: z.enum(['copied', 'filled', 'noted']),
  templateId: z.string().nullable(),
  playbookId: z.string().nullable(),
  /** The text carried an offer (coupon), which has a cap of its own. */
  isOffer: z.boolean(),
  /** The coupon that it was; absent in older events, and of what is no coupon. */
  coupon: couponTermsSchema.nullish(),
  /** Rules of severity `block` that the person went over, and why; null where none stood in the way. */
  overrides: z.object({ ruleIds: z.array(z.string().min(1)).min(1), reason: z.string().min(1).max(200) }).nullable(),
  /** The right that was given in place of an offer (`lib/rules/playbooks`); absent in older events. */
  benefitId: z.string().min(1).max(40).nullish(),
  /** What the buyer's words were about, as detected or chosen; absent in older events, like the promise. */
  sceneId: z.string().min(1).max(40).nullish(),
  /** All that the text promises, the first to keep first; absent in events older than that. */
  promises: z.array(promiseSchema).max(MAX_PROMISES).nullish(),
  /** Of older events: the first to keep alone. */
  promise: promiseSchema.nullish(),
});
export type Contact = z.infer<typeof contactSchema>;

/** A suggestion that waits, or is not wanted. */
export const putOffSchema = z.object({
  customerId: z.string().min(1),
  playbookId: z.string().min(1),
  /** The Shanghai day on which it may be made again. */
  untilDay: z.number().int().positive(),
  /** Null for "later". */
  reason: z.enum(declineReasons).nullable(),
});
export type PutOff = z.infer<typeof putOffSchema>;

/** What the shop decided for itself; the newest event of a shop holds. Null leaves it to the presets. */
export const shopSettingsSchema = z.object({
  /** What the shop sells mostly: id of a category preset. */
  categoryId: z.string().min(1).nullable(),
  /** Days that the return probability looks ahead. */
  horizonDays: z.number().int().min(7).max(365).nullable(),
  tiers: z.object({
    variants: z.record(z.string(), z.string()),
    thresholds: z.record(z.string(), z.number()),
  }),
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** The shop's own compliance rules, a file of `readShopPack` (JSON); the newest event of a shop holds. Null for none. */
export const shopRulesSchema = z.object({
  shopId: z.string().min(1),
  content: z.string().max(MAX_SHOP_RULES_CHARS).nullable(),
});
export type ShopRules = z.infer<typeof shopRulesSchema>;

export const batchIdSchema = z.string().min(1).max(60);

/** A segment that someone saved: a line of the query language under a name. */
export const savedSegmentSchema = z.object({
  segmentId: z.string().min(1),
  label: z.string().min(1).max(40),
  query: z.string().min(1).max(500),
});
export type SavedSegment = z.infer<typeof savedSegmentSchema>;

/** Two parties of one shop: a customer by id, or one order of a mask by the id of its record. */
const linkParties = { shopId: z.string().min(1), parties: z.tuple([z.string().min(1), z.string().min(1)]) };

export const linkSchema = z
  .object(linkParties)
  .refine(({ parties: [left, right] }) => left !== right, 'two parties are two');
export type Link = z.infer<typeof linkSchema>;

export const eventSchema = z.discriminatedUnion('kind', [
  z.object({ ...stamp, kind: z.literal('contact'), contact: contactSchema }),
  /** The chat showed a text of the shop's own that promises something; `at` is when it was written. */
  z.object({ ...stamp, kind: z.literal('promiseHeard'), customerId: z.string().min(1), promise: promiseSchema }),
  z.object({ ...stamp, ...putOffSchema.shape, kind: z.literal('suggestionPutOff') }),
  z.object({ ...stamp, kind: z.literal('doNotDisturb'), customerId: z.string().min(1), isOn: z.boolean() }),
  z.object({ ...stamp, kind: z.literal('shopSettings'), shopId: z.string().min(1), settings: shopSettingsSchema }),
  z.object({ ...stamp, ...shopRulesSchema.shape, kind: z.literal('shopRules') }),
  z.object({ ...stamp, kind: z.literal('segmentSaved'), segment: savedSegmentSchema }),
  z.object({ ...stamp, kind: z.literal('segmentRemoved'), segmentId: z.string().min(1) }),
  z.object({
    ...stamp,
    ...linkParties,
    kind: z.literal('linkConfirmed'),
    /** The id of the customer that two masked orders make; where a party is a customer already, that one's is used. */
    newCustomerId: z.string().min(1),
  }),
  z.object({ ...stamp, ...linkParties, kind: z.literal('linkRefused') }),
  z.object({
    ...stamp,
    kind: z.literal('templateSaved'),
    template: ownTemplateSchema,
    /** Of those brought in together: an undo of this id takes all of them back. */
    batchId: batchIdSchema.nullish(),
  }),
  z.object({ ...stamp, kind: z.literal('templateRemoved'), templateId: z.string().min(1) }),
  /** Columns of a file of the shop's own, said by hand; it holds for every file with these columns. */
  z.object({ ...stamp, kind: z.literal('columnsMapped'), shopId: z.string().min(1), mapping: columnMappingSchema }),
  ...workOrderEventSchemas,
  z.object({ ...stamp, ...shopHoursSchema.shape, kind: z.literal('shopHours') }),
  z.object({ ...stamp, ...shopServiceSchema.shape, kind: z.literal('serviceSettings') }),
  z.object({ ...stamp, ...shopLabelOwnersSchema.shape, kind: z.literal('labelOwnersSet') }),
  z.object({ ...stamp, kind: z.literal('retentionSet'), retention: retentionSchema }),
  ...practiceEventSchemas,
  z.object({ ...stamp, ...ownNumbersSchema.shape, kind: z.literal('numbersSet') }),
  ...rightsEventSchemas,
  ...mendEventSchemas,
  ...customerNoteEventSchemas,
  z.object({ ...stamp, kind: z.literal('actionSettings'), shopId: z.string().min(1), settings: actionSettingsSchema }),
  z.object({
    ...stamp,
    kind: z.literal('costsTaken'),
    shopId: z.string().min(1),
    listId: z.string().min(1),
    articles: z.number().int().positive(),
  }),
  z.object({ ...stamp, kind: z.literal('trialStarted'), trial: trialSchema }),
  z.object({
    ...stamp,
    kind: z.literal('trialStopped'),
    trialId: z.string().min(1),
    /** Of the rates, as it stood that day; null while there were too few, left out by versions that did not keep it. */
    difference: intervalSchema.nullable().optional(),
  }),
  z.object({ ...stamp, kind: z.literal('undo'), eventId: z.string().min(1) }),
]);
export type LogEvent = z.infer<typeof eventSchema>;
