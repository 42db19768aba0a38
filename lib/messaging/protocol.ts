/**
 * Every message, grouped by who may call. A page's scripts may report what they see, and ask what the rules say of what is typed there;
 * only our own panel and popup may give commands; a page's script obeys only them.
 */
import { channelSchema } from '../compliance/compliance-rule.ts';
import type { Command } from '../model/command.ts';
import { exportNoteSchema } from '../model/audit-schema.ts';
import {
  batchIdSchema,
  contactSchema,
  linkSchema,
  putOffSchema,
  savedSegmentSchema,
  shopRulesSchema,
  shopSettingsSchema,
} from '../model/event.ts';
import { actionSettingsSchema } from '../model/action-settings.ts';
import { costListSchema } from '../model/article-cost.ts';
import { intervalSchema, trialSchema } from '../model/trial.ts';
import { customerNoteSchema, customerTagSchema } from '../model/customer-note-event.ts';
import { columnMappingSchema } from '../model/column-mapping.ts';
import {
  customerDateRemovalSchema,
  customerDateSettingSchema,
  momentRemovalSchema,
  momentSettingSchema,
  shopPracticeChoiceSchema,
} from '../model/practice-event.ts';
import { importIdSchema, importPortionSchema, importStartSchema } from '../model/import-schema.ts';
import { autoLockChoices } from '../model/lock.ts';
import { MAX_LINT_CHARS, MAX_PASTE_CHARS } from '../model/limits.ts';
import { ownNumbersSchema } from '../model/own-numbers.ts';
import { ownTemplateSchema, toneSchema } from '../model/own-template.ts';
import { retentionSchema } from '../model/retention-schema.ts';
import { mendSchema, mendToldSchema } from '../model/mend-event.ts';
import { rightNoteSchema, rightSettlementSchema } from '../model/rights-event.ts';
import { restorePortionSchema, restoreStartSchema } from '../model/restore-schema.ts';
import { chatMessageSchema, pageReportSchema } from '../model/capture.ts';
import { platformSchema } from '../model/platform.ts';
import { shopHoursSchema } from '../model/service-hours.ts';
import { shopLabelOwnersSchema } from '../model/label-owners.ts';
import { shopServiceSchema } from '../model/service-settings.ts';
import { newWorkOrderSchema, promiseSettledSchema, workOrderDeedSchema } from '../model/work-order-event.ts';
import { z } from '../model/zod.ts';
import { orderStageSchema } from '../model/order-stage.ts';
import type { Outputs } from './answers.ts';
import type { toPage } from './to-page.ts';

/** The border of one message. @throws Error that says where the input is not as expected */
export type Border = (input: unknown) => unknown;

const by =
  <Value>(schema: z.ZodType<Value>) =>
  (input: unknown): Value => {
    const checked = schema.safeParse(input);
    if (checked.success) return checked.data;
    const issue = checked.error.issues[0]!;
    throw new Error(`at ${issue.path.join('.') || 'input'}: ${issue.message}`);
  };

const shopId = z.string().min(1);
const passphrase = z.string().max(200);

/** From the script in a seller's page to the background. */
export const fromPage = {
  reportPage: by(pageReportSchema),
  /** There is a chat box: the script that looks at what is typed into it is wanted beside the page's own. */
  bringTypedCheck: by(z.object({})),
  lintTyped: by(z.object({ text: z.string().max(MAX_LINT_CHARS), platform: platformSchema })),
} as const;

/** From our panel and popup to the background. */
export const fromUi = {
  recordContact: by(contactSchema),
  recordContacts: by(z.array(contactSchema).min(1).max(500)),
  putOffSuggestions: by(z.array(putOffSchema).min(1).max(500)),
  undoEvent: by(z.object({ eventId: z.string().min(1) })),
  undoEvents: by(z.object({ eventIds: z.array(z.string().min(1)).min(1).max(500) })),
  lint: by(
    z.object({
      text: z.string().max(MAX_LINT_CHARS),
      platform: platformSchema,
      channel: channelSchema,
      /** Whose rules hold, besides the shipped ones. */
      shopId: shopId.nullable(),
      /** Of the order that it is about, where that is known. */
      stage: orderStageSchema.nullish(),
    }),
  ),
  setOverlay: by(z.object({ isOn: z.boolean() })),
  setPreciseMode: by(z.object({ platform: platformSchema, isOn: z.boolean() })),
  setDoNotDisturb: by(z.object({ customerId: z.string().min(1), isOn: z.boolean() })),
  /** Orders of a page by the ids of their records, or one customer. */
  findPossibleLinks: by(
    z.union([
      z.object({ shopId, orderRecordIds: z.array(z.string().max(60)).max(500) }),
      z.object({ customerId: z.string().min(1) }),
    ]),
  ),
  confirmLink: by(linkSchema),
  refuseLink: by(linkSchema),
  setShopSettings: by(z.object({ shopId, settings: shopSettingsSchema })),
  setShopPractice: by(shopPracticeChoiceSchema),
  /** Of several rules that are saved together. */
  setOwnNumbers: by(z.array(ownNumbersSchema).min(1).max(100)),
  setMoment: by(momentSettingSchema),
  removeMoment: by(momentRemovalSchema),
  setCustomerDate: by(customerDateSettingSchema),
  removeCustomerDate: by(customerDateRemovalSchema),
  tagCustomer: by(customerTagSchema),
  noteCustomer: by(customerNoteSchema),
  noteRight: by(rightNoteSchema),
  settleRight: by(rightSettlementSchema),
  setShopRules: by(shopRulesSchema),
  checkShopRules: by(z.object({ content: z.string() })),
  readShippedRules: by(z.object({})),
  saveSegment: by(savedSegmentSchema),
  removeSegment: by(z.object({ segmentId: z.string().min(1) })),
  readReplies: by(z.object({})),
  hearBuyer: by(z.object({ messages: z.array(chatMessageSchema).max(50) })),
  /** A text from the clipboard: looked at and forgotten. With it who the user said is the buyer, and which accounts are theirs. */
  readPaste: by(
    z.object({
      text: z.string().max(MAX_PASTE_CHARS),
      buyer: z.string().max(100).nullable(),
      ownNames: z.array(z.string().max(100)).max(20),
    }),
  ),
  searchReplies: by(z.object({ query: z.string().max(100), platform: platformSchema, tone: toneSchema })),
  saveTemplates: by(
    z.object({
      templates: z.array(ownTemplateSchema).min(1).max(500),
      isTrial: z.boolean(),
      shopId: shopId.nullable(),
      batchId: batchIdSchema.nullable(),
    }),
  ),
  removeTemplate: by(z.object({ templateId: z.string().min(1) })),
  rebuildColumns: by(z.object({})),
  beginRestore: by(restoreStartSchema),
  restorePortion: by(restorePortionSchema),
  endRestore: by(z.object({})),
  beginImport: by(importStartSchema),
  importPortion: by(importPortionSchema),
  endImport: by(importIdSchema),
  undoImport: by(importIdSchema),
  dismissImport: by(importIdSchema),
  saveColumnMapping: by(z.object({ shopId: z.string().min(1), mapping: columnMappingSchema })),
  openWorkOrder: by(newWorkOrderSchema),
  noteWorkOrder: by(workOrderDeedSchema),
  settlePromise: by(promiseSettledSchema),
  noteMend: by(mendSchema),
  noteMendTold: by(mendToldSchema),
  setShopHours: by(shopHoursSchema),
  setServiceSettings: by(shopServiceSchema),
  setLabelOwners: by(shopLabelOwnersSchema),
  /** What ran out while the browser was closed was read. */
  seeMissed: by(z.object({})),
  forgetCustomer: by(z.object({ customerId: z.string().min(1) })),
  deleteShop: by(z.object({ shopId })),
  deleteStore: by(z.object({})),
  setRetention: by(retentionSchema),
  countExpired: by(retentionSchema),
  noteExport: by(exportNoteSchema),
  setLock: by(z.object({ passphrase })),
  unlock: by(z.object({ passphrase })),
  lockNow: by(z.object({})),
  changePassphrase: by(z.object({ passphrase, next: passphrase })),
  removeLock: by(z.object({ passphrase })),
  giveUpSealed: by(z.object({})),
  setAutoLock: by(
    z.object({
      minutes: z
        .number()
        .refine((minutes) => autoLockChoices.some((choice) => choice === minutes))
        .nullable(),
    }),
  ),
  takeCosts: by(costListSchema),
  setActionSettings: by(z.object({ shopId, settings: actionSettingsSchema })),
  startTrial: by(trialSchema),
  stopTrial: by(z.object({ trialId: z.string().min(1), difference: intervalSchema.nullable() })),
} as const;

/** Of the guided tour's sample, from any page of ours. */
export const ofSample = {
  /** Makes it where there is none of today. */
  openSample: by(z.object({})),
  removeSample: by(z.object({})),
} as const;

export type FromPage = typeof fromPage;
export type FromUi = typeof fromUi;
export type OfSample = typeof ofSample;
export type ToPage = typeof toPage;
export type Input<Group, Name extends keyof Group> = Group[Name] extends (input: unknown) => infer Value
  ? Value
  : never;
export type Handlers<Group> = {
  [Name in keyof Group & keyof Outputs]: (
    input: Input<Group, Name>,
    sender: Sender,
    command: Command,
  ) => Promise<Outputs[Name]>;
};

/** Who sent a message, as the browser vouches for it. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
  /** 0 for the page itself. */
  frameId?: number | undefined;
}
