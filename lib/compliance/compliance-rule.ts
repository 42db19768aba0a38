/** A compliance rule as data: what it forbids, under which source, with a rewrite and its own proof. */
import { labelSchema } from '../model/label.ts';
import { orderStageSchema } from '../model/order-stage.ts';
import { z } from '../model/zod.ts';
import { platformSchema } from '../model/platform.ts';
import { RULE_ID } from './rule-fault.ts';

export const complianceLabelSchema = z.enum([
  'diversion',
  'absolute-claim',
  'medical-claim',
  'review-inducement',
  'over-promise',
  'blame-shifting',
  'rights-denial',
  'personal-info',
  'off-platform-payment',
  'price-fraud',
  'marketing-consent',
  /** Rules without a label of their own: transactions (TRX-*) and handling time (SLA-*). */
  'other',
]);
export type ComplianceLabel = z.infer<typeof complianceLabelSchema>;

/** `block`: insertion needs a second step with a reason. `warn`: a rewrite is shown. `hint`: a grey note, never counted. */
export const severitySchema = z.enum(['block', 'warn', 'hint']);
export type Severity = z.infer<typeof severitySchema>;

const platforms = z.array(platformSchema).min(1);

/** Where a text goes. What is said of a text without a channel holds wherever it goes. */
export const channelSchema = z.enum(['chat', 'sms', 'coupon', 'live', 'product', 'review-reply', 'parcel-card']);
export type Channel = z.infer<typeof channelSchema>;

const triggerParts = {
  /** These two default to those of the rule. */
  severity: severitySchema.optional(),
  platforms: platforms.optional(),
  /** It holds only for a text that is said to go to one of these. */
  onlyIn: z.array(channelSchema).min(1).optional(),
  /** It is silent about a text of an order that is known to be at another stage. */
  atStages: z.array(orderStageSchema).min(1).optional(),
};

/** A pattern of the trigger language. */
const patternTriggerSchema = z.strictObject({
  match: z.string().min(1),
  /** What is found must besides be a number whose check letter is right. */
  check: z.enum(['idNumber']).optional(),
  ...triggerParts,
});

/** Concepts that stand together, whatever the words and the order. */
const frameTriggerSchema = z.strictObject({
  /** One concept for each slot, or several as `one|other`. */
  frame: z.array(z.string().regex(/^[a-z][A-Za-z0-9]*(\|[a-z][A-Za-z0-9]*)*$/)).min(1),
  /** At most so many characters from one slot to the next. */
  gap: z.number().int().min(0).max(40).default(8),
  reach: z.enum(['clause', 'sentence', 'message']).default('sentence'),
  inOrder: z.boolean().default(false),
  /** Concepts that say, anywhere in the sentence, that something else is meant. */
  without: z.array(z.string()).default([]),
  ...triggerParts,
});
export type FrameTrigger = z.infer<typeof frameTriggerSchema>;

/** What the rule's label is heard in, whatever the words (`SenseWeights`), where no other rule of the label speaks. */
const senseTriggerSchema = z.strictObject({ sense: z.literal(true), ...triggerParts });
export type RuleTrigger = z.infer<typeof patternTriggerSchema | typeof senseTriggerSchema> | FrameTrigger;

/** A phrase that cancels a hit lying wholly inside it, and nothing else. */
const neighbourSchema = z.object({ match: z.string().min(1), platforms: platforms.optional() });
/** In the files a neighbour of every platform is a plain string. */
const neighbourTextSchema = z
  .string()
  .min(1)
  .transform((match): z.infer<typeof neighbourSchema> => ({ match }));

/**
 * What around a hit cancels it. `before` / `after`: within so many characters of the same clause; `inside`: in the hit
 * itself; `text`: anywhere in the message. `butNot`: between the words found and the hit, this takes the cancelling back
 * (不让说但是可以加…).
 */
const guardSchema = z.object({
  where: z.enum(['before', 'after', 'inside', 'text']),
  match: z.string().min(1),
  within: z.number().int().min(1).max(40).default(10),
  butNot: z.string().min(1).optional(),
  platforms: platforms.optional(),
});
export type RuleGuard = z.infer<typeof guardSchema>;

/** V: the article was read; S: quoted by a second source; M: general knowledge; seed: from the practice texts. */
const sourceSchema = z.object({
  title: z.string().min(1),
  article: z.string().min(1),
  effectiveFrom: z.iso.date().nullable(),
  certainty: z.enum(['V', 'S', 'M', 'seed']),
});

export const complianceRuleSchema = z.strictObject({
  id: z.string().regex(RULE_ID, 'expected an id such as DIV-01'),
  label: complianceLabelSchema,
  severity: severitySchema,
  name: labelSchema,
  platforms,
  /** The rule is silent about a text that is said to go elsewhere. */
  channels: z.array(channelSchema).min(1).optional(),
  /** Literal words in folded form (lower case, half-width), for `<name>` in sources. */
  words: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
  /** Sources with a name, for the same use. */
  patterns: z.record(z.string(), z.string().min(1)).default({}),
  /** Believed whatever the sense of the sentence. */
  isCertain: z.boolean().default(false),
  triggers: z.array(z.union([patternTriggerSchema, frameTriggerSchema, senseTriggerSchema])).min(1),
  neighbours: z.array(z.union([neighbourTextSchema, neighbourSchema])).default([]),
  unless: z.array(guardSchema).default([]),
  source: sourceSchema,
  rewrite: z.string().min(1),
  /** Why it is not as the catalogue of rules has it. Left out of the shipped extension. */
  note: z.string().min(1).optional(),
  /** The proof that the rule hits what it should and spares its neighbours. Left out of the shipped extension. */
  examples: z.object({ bad: z.array(z.string().min(1)).min(1), good: z.array(z.string().min(1)).min(1) }).optional(),
});
export type ComplianceRule = z.infer<typeof complianceRuleSchema>;
export type RuleSource = ComplianceRule['source'];
