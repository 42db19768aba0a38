/**
 * What a shop adds to the shipped rules: phrases that are right for it, what it offers, its own rules. It comes as a file; see
 * "A shop's own rules" in CONTRIBUTING.md.
 */
import { z } from '../model/zod.ts';
import {
  compliancePackSchema,
  sourcesAtHits,
  sourcesOverTexts,
  vocabularyOf,
  type CompliancePack,
} from './compliance-pack.ts';
import { complianceRuleSchema, severitySchema, type ComplianceRule } from './compliance-rule.ts';
import { conceptsSchema } from './concept.ts';
import { foldText } from './fold.ts';
import { slownessOf, sourceProblem, type RuleVocabulary } from './rule-source.ts';
import type { ShopPolicies } from './shop-policy.ts';

const ruleId = z.string().regex(/^[A-Z]{3}-\d{2}$/, 'expected an id such as DIV-01');

const MAX_ALLOWED = 1_000;
const phraseSchema = z
  .string()
  .refine((text) => foldText(text).text.trim() !== '', 'expected a phrase with letters in it, found none');

const shopPackSchema = z.strictObject({
  format: z.literal('liuke-shop-rules-1'),
  version: z.string().min(1),
  /** Phrases that cancel what lies wholly inside them: of the rules named, or of all. */
  allow: z
    .array(z.strictObject({ phrase: phraseSchema, rules: z.array(ruleId).min(1).optional() }))
    .max(MAX_ALLOWED)
    .default([]),
  /** By the id of a policy, whether the shop offers it. What is not named is not known, and changes nothing. */
  offers: z.record(z.string(), z.boolean()).default({}),
  severities: z.record(ruleId, severitySchema).default({}),
  words: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
  patterns: z.record(z.string(), z.string().min(1)).default({}),
  concepts: conceptsSchema.default({}),
  rules: z.array(complianceRuleSchema).default([]),
});
type ShopPack = z.infer<typeof shopPackSchema>;

/**
 * The shipped rules as a shop's file changes them.
 * @param content the file's text, JSON
 * @throws Error saying where the file is wrong and what was expected there
 */
export function readShopPack(content: string, base: CompliancePack, known: ShopPolicies): CompliancePack {
  const shop = checkedShopPack(content);
  const ids = new Set([...base.rules, ...shop.rules].map(({ id }) => id));
  const unknownRules = [...Object.keys(shop.severities), ...shop.allow.flatMap(({ rules }) => rules ?? [])].filter(
    (id) => !ids.has(id),
  );
  const policyIds = known.policies.map(({ id }) => id);
  refuse(unknownRules, 'a rule', [...ids]);
  refuse(
    Object.keys(shop.offers).filter((id) => !policyIds.includes(id)),
    'a policy',
    policyIds,
  );
  const extended = compliancePackSchema.safeParse(extend(base, shop, known));
  if (!extended.success) throw new Error(told(extended.error));
  const bad = badSources(shop, extended.data);
  if (bad.length > 0) throw new Error(bad.join('\n'));
  return extended.data;
}

/** One line for each of the shop's own sources that cannot be read, or would keep whoever types waiting. */
function badSources(shop: ShopPack, pack: CompliancePack): string[] {
  const slownessIn = (sources: readonly string[], path: string, vocabulary: RuleVocabulary, isAtHits = false) =>
    sources
      .map((source) => sourceProblem(source, vocabulary) ?? slownessOf(source, vocabulary, isAtHits))
      .flatMap((slowness) => (slowness === null ? [] : [`at ${path}: ${slowness}`]));
  return [
    ...Object.entries(shop.patterns).flatMap(([name, source]) => slownessIn([source], `patterns.${name}`, pack)),
    ...Object.entries(shop.concepts).flatMap(([name, { patterns }]) => slownessIn(patterns, `concepts.${name}`, pack)),
    ...shop.rules.flatMap((rule) => {
      const vocabulary = vocabularyOf(rule, pack);
      return [
        ...slownessIn(sourcesOverTexts(rule), `rules: ${rule.id}`, vocabulary),
        ...slownessIn(sourcesAtHits(rule), `rules: ${rule.id}`, vocabulary, true),
      ];
    }),
  ];
}

function checkedShopPack(content: string): ShopPack {
  let data: unknown;
  try {
    data = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`expected a file of JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const shop = shopPackSchema.safeParse(data);
  if (!shop.success) throw new Error(told(shop.error));
  return shop.data;
}

function refuse(unknown: readonly string[], what: string, known: readonly string[]): void {
  if (unknown.length > 0) throw new Error(`expected ${what} among ${known.join(', ')}; found ${unknown.join(', ')}`);
}

function told(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `at ${path.join('.') || 'the whole'}: ${message}`).join('\n');
}

function extend(base: CompliancePack, shop: ShopPack, known: ShopPolicies): CompliancePack {
  const replaced = new Set(shop.rules.map(({ id }) => id));
  const own = shop.rules.map((rule) => ({ ...rule, isCertain: true }));
  const rules = [...base.rules.filter(({ id }) => !replaced.has(id)), ...own];
  const broken = known.policies.filter(({ id }) => shop.offers[id] === false).map(({ phrase }) => ({ match: phrase }));
  if (broken.length > 0) rules.push({ ...known.brokenPromise, isCertain: true, triggers: broken });
  return {
    ...base,
    words: { ...base.words, ...shop.words },
    patterns: { ...base.patterns, ...shop.patterns },
    concepts: { ...base.concepts, ...shop.concepts },
    rules: rules.map((rule) => changed(rule, shop, known)),
  };
}

function changed(rule: ComplianceRule, shop: ShopPack, { policies }: ShopPolicies): ComplianceRule {
  const allowed = shop.allow.filter(({ rules }) => rules?.includes(rule.id) ?? true).map(({ phrase }) => phrase);
  const offered = policies.filter(({ id, relaxes }) => shop.offers[id] === true && relaxes.includes(rule.id));
  return {
    ...rule,
    severity: shop.severities[rule.id] ?? rule.severity,
    isCertain: rule.isCertain || Object.hasOwn(shop.severities, rule.id),
    neighbours: [
      ...rule.neighbours,
      ...allowed.map((phrase) => ({ match: literal(phrase) })),
      ...offered.map(({ phrase }) => ({ match: phrase })),
    ],
  };
}

/** A phrase of the shop's is no pattern: it is found as it is written. */
function literal(phrase: string): string {
  return foldText(phrase)
    .text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll('<', '[<]');
}
