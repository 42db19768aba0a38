import type { Platform } from '../model/platform.ts';
import type { ComplianceRule, RuleGuard, Severity } from './compliance-rule.ts';
import { expandSource } from './rule-source.ts';

/** A rule ready to match on one platform. */
export interface CompiledRule {
  rule: ComplianceRule;
  triggers: readonly CompiledTrigger[];
  neighbours: RegExp | null;
  guards: readonly CompiledGuard[];
  /** Words that silence the rule wherever in the message they stand. */
  silencers: readonly RegExp[];
}

export interface CompiledTrigger {
  pattern: RegExp;
  severity: Severity;
}

export interface CompiledGuard {
  where: Exclude<RuleGuard['where'], 'text'>;
  pattern: RegExp;
  within: number;
  butNot: RegExp | null;
}

const compiled: Record<Platform, WeakMap<ComplianceRule, CompiledRule>> = { jd: new WeakMap(), taobao: new WeakMap() };

/** Compiles once per rule and platform; the parts that do not apply to the platform are left out. */
export function compileRule(rule: ComplianceRule, platform: Platform): CompiledRule {
  const known = compiled[platform].get(rule);
  if (known) return known;
  const applies = (part: { platforms?: Platform[] | undefined }) =>
    (part.platforms ?? rule.platforms).includes(platform);
  const pattern = (source: string) => new RegExp(expandSource(source, rule), 'gu');
  const neighbours = rule.neighbours.filter(applies).map((neighbour) => neighbour.match);
  const result: CompiledRule = {
    rule,
    triggers: rule.triggers
      .filter(applies)
      .map(({ match, severity }) => ({ pattern: pattern(match), severity: severity ?? rule.severity })),
    neighbours: neighbours.length > 0 ? pattern(neighbours.map((match) => `(?:${match})`).join('|')) : null,
    guards: rule.unless.flatMap(({ where, match, within, butNot }) =>
      where === 'text'
        ? []
        : [{ where, pattern: pattern(match), within, butNot: butNot === undefined ? null : pattern(butNot) }],
    ),
    silencers: rule.unless.flatMap(({ where, match }) => (where === 'text' ? [pattern(match)] : [])),
  };
  compiled[platform].set(rule, result);
  return result;
}
