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
import { customIssue, faultsIn, RULE_ID, type FaultPlace } from './rule-fault.ts';
import { slownessOf, sourceProblem, type RuleVocabulary } from './rule-source.ts';
import { ShopPackError, type ShopPackProblem } from './shop-pack-problem.ts';
import type { ShopPolicies } from './shop-policy.ts';

const FORMAT = 'liuke-shop-rules-1';

const ruleId = z.string().regex(RULE_ID, 'expected an id such as DIV-01');

const MAX_ALLOWED = 1_000;
const phraseSchema = z
  .string()
  .refine(
    (text) => foldText(text).text.trim() !== '',
    customIssue({ kind: 'notEmpty', values: [], message: 'expected a phrase with letters in it, found none' }),
  );

const shopPackSchema = z.strictObject({
  format: z.literal(FORMAT),
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
 * @throws ShopPackError saying where the file is wrong and what was expected there
 */
export function readShopPack(content: string, base: CompliancePack, known: ShopPolicies): CompliancePack {
  const shop = checkedShopPack(content);
  const ids = new Set([...base.rules, ...shop.rules].map(({ id }) => id));
  const unknownRules = [...Object.keys(shop.severities), ...shop.allow.flatMap(({ rules }) => rules ?? [])].filter(
    (id) => !ids.has(id),
  );
  const policyIds = known.policies.map(({ id }) => id);
  const unknownPolicies = Object.keys(shop.offers).filter((id) => !policyIds.includes(id));
  refuseUnknown('unknownRule', unknownRules, [...ids]);
  refuseUnknown('unknownPolicy', unknownPolicies, policyIds);
  const extended = compliancePackSchema.safeParse(extend(base, shop, known), { reportInput: true });
  refuseWrong(extended.success ? badSources(shop, extended.data) : faultsIn(extended.error));
  return extended.data!;
}

/** @returns null for a file that can be used */
export function shopPackProblem(content: string, base: CompliancePack, known: ShopPolicies): ShopPackProblem | null {
  try {
    readShopPack(content, base, known);
    return null;
  } catch (error) {
    if (error instanceof ShopPackError) return error.problem;
    throw error;
  }
}

/** Those of the shop's own sources that cannot be read, or would keep whoever types waiting. */
function badSources(shop: ShopPack, pack: CompliancePack): FaultPlace[] {
  const faultsAt = (path: string, sources: readonly string[], vocabulary: RuleVocabulary, isAtHits = false) =>
    sources
      .map((source) => sourceProblem(source, vocabulary) ?? slownessOf(source, vocabulary, isAtHits))
      .flatMap((fault) => (fault === null ? [] : [{ path, fault }]));
  return [
    ...Object.entries(shop.patterns).flatMap(([name, source]) => faultsAt(`patterns.${name}`, [source], pack)),
    ...Object.entries(shop.concepts).flatMap(([name, { patterns }]) => faultsAt(`concepts.${name}`, patterns, pack)),
    ...shop.rules.flatMap((rule) => {
      const vocabulary = vocabularyOf(rule, pack);
      return [
        ...faultsAt(rule.id, sourcesOverTexts(rule), vocabulary),
        ...faultsAt(rule.id, sourcesAtHits(rule), vocabulary, true),
      ];
    }),
  ];
}

function checkedShopPack(content: string): ShopPack {
  let data: unknown;
  try {
    data = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ShopPackError({ kind: 'notJson' }, `expected a file of JSON: ${(error as SyntaxError).message}`);
  }
  const shop = shopPackSchema.safeParse(data, { reportInput: true });
  if (shop.success) return shop.data;
  const places = faultsIn(shop.error);
  if (!isOurs(data)) throw new ShopPackError({ kind: 'otherFormat' }, told(places));
  throw new ShopPackError({ kind: 'wrong', places }, told(places));
}

function isOurs(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'format' in data && data.format === FORMAT;
}

function refuseUnknown(kind: 'unknownRule' | 'unknownPolicy', unknown: readonly string[], known: readonly string[]) {
  const found = unknown.join(', ');
  const what = kind === 'unknownRule' ? 'a rule' : 'a policy';
  if (found !== '')
    throw new ShopPackError({ kind, found }, `expected ${what} among ${known.join(', ')}; found ${found}`);
}

function refuseWrong(places: FaultPlace[]): void {
  if (places.length > 0) throw new ShopPackError({ kind: 'wrong', places }, told(places));
}

function told(places: readonly FaultPlace[]): string {
  return places.map(({ path, fault }) => `at ${path || 'the whole'}: ${fault.message}`).join('\n');
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
