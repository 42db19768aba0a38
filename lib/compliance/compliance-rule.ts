/** A compliance rule as data: what it forbids, under which source, with a rewrite and its own proof. */
import { labelSchema } from '../model/label.ts';
import { z } from '../model/zod.ts';
import { platformSchema } from '../model/platform.ts';
import { sourceProblem, usedVocabulary } from './rule-source.ts';

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

/** `severity` and `platforms` default to those of the rule. */
const triggerSchema = z.object({
  match: z.string().min(1),
  severity: severitySchema.optional(),
  platforms: platforms.optional(),
});

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
});
export type RuleGuard = z.infer<typeof guardSchema>;

/** V: the article was read; S: quoted by a second source; M: general knowledge; seed: from the practice texts. */
const sourceSchema = z.object({
  title: z.string().min(1),
  article: z.string().min(1),
  effectiveFrom: z.iso.date().nullable(),
  certainty: z.enum(['V', 'S', 'M', 'seed']),
});

export const complianceRuleSchema = z
  .object({
    id: z.string().regex(/^[A-Z]{3}-\d{2}$/, 'expected an id such as DIV-01'),
    label: complianceLabelSchema,
    severity: severitySchema,
    name: labelSchema,
    platforms,
    /** Literal words in folded form (lower case, half-width), for `<name>` in sources. */
    words: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
    /** Sources with a name, for the same use. */
    patterns: z.record(z.string(), z.string().min(1)).default({}),
    triggers: z.array(triggerSchema).min(1),
    neighbours: z.array(z.union([neighbourTextSchema, neighbourSchema])).default([]),
    unless: z.array(guardSchema).default([]),
    source: sourceSchema,
    rewrite: z.string().min(1),
    /** The proof that the rule hits what it should and spares its neighbours. Left out of the shipped extension. */
    examples: z.object({ bad: z.array(z.string().min(1)).min(1), good: z.array(z.string().min(1)).min(1) }).optional(),
  })
  .superRefine((rule, context) => {
    for (const source of sourcesOf(rule)) {
      const problem = sourceProblem(source, rule);
      if (problem !== null) context.addIssue({ code: 'custom', message: `${rule.id}: ${problem}` });
    }
  })
  // The vocabulary is common to many rules and large; a rule keeps what it names of it.
  .transform((rule) => ({ ...rule, ...usedVocabulary(sourcesOf(rule), rule) }));
export type ComplianceRule = z.infer<typeof complianceRuleSchema>;
export type RuleSource = ComplianceRule['source'];

interface Matching {
  triggers: readonly { match: string }[];
  neighbours: readonly { match: string }[];
  unless: readonly { match: string; butNot?: string | undefined }[];
}

function sourcesOf({ triggers, neighbours, unless }: Matching): string[] {
  return [
    ...triggers.map((trigger) => trigger.match),
    ...neighbours.map((neighbour) => neighbour.match),
    ...unless.flatMap((guard) => (guard.butNot === undefined ? [guard.match] : [guard.match, guard.butNot])),
  ];
}
