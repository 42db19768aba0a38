/** A pack for a test: what is not given is empty. */
import { compliancePackSchema, type CompliancePack } from '../../lib/compliance/compliance-pack.ts';
import { complianceRules } from '../../lib/rules/compliance.ts';

/** @throws ZodError when the parts do not make a pack */
export function packOf(parts: Record<string, unknown>): CompliancePack {
  return compliancePackSchema.parse({ format: 'liuke-compliance-1', version: '2026-01-01.1', rules: [], ...parts });
}

/** A whole rule of the parts that matter. */
export function ruleParts(parts: Record<string, unknown>): Record<string, unknown> {
  return {
    id: 'TST-01',
    label: 'other',
    severity: 'warn',
    name: { zh: '试', en: 'trial' },
    platforms: ['jd', 'taobao'],
    triggers: [{ match: '苹果' }],
    source: { title: 't', article: 'a', effectiveFrom: null, certainty: 'M' },
    rewrite: '梨',
    examples: { bad: ['苹果'], good: ['梨'] },
    ...parts,
  };
}

/** The shipped words with one of the shipped rules alone. */
export function shippedPackOf(ruleId: string): CompliancePack {
  return { ...complianceRules, rules: complianceRules.rules.filter(({ id }) => id === ruleId) };
}

/** The shipped rules without the ear for what is meant: words alone. */
export const rulesAlone: CompliancePack = { ...complianceRules, sense: null };
