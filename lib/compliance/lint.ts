import type { Platform } from '../model/platform.ts';
import { isCancelled } from './cancelling.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { ComplianceLabel, ComplianceRule, RuleSource, Severity } from './compliance-rule.ts';
import { foldText } from './fold.ts';
import { indexRules, matchAll } from './rule-index.ts';
import type { Hit } from './scan.ts';

/** A place in a text that a rule objects to; `start` and `end` are positions in the text as written (UTF-16 units). */
export interface Finding {
  ruleId: string;
  label: ComplianceLabel;
  severity: Severity;
  start: number;
  end: number;
  source: RuleSource;
  rewrite: string;
  name: { zh: string; en: string };
}

interface RuleHit extends Hit {
  severity: Severity;
}

const severityOrder: readonly Severity[] = ['hint', 'warn', 'block'];

/**
 * What the rules of a platform find in a text for a buyer, by position. Overlapping hits of one rule are one finding, as
 * severe as the worst of them. For reference, not legal advice.
 */
export function lint(text: string, rules: readonly ComplianceRule[], context: { platform: Platform }): Finding[] {
  const folded = foldText(text);
  const hitsBy = new Map<ComplianceRule, RuleHit[]>();
  matchAll(indexRules(rules, context.platform), folded.text, (compiled, { severity }, hit) => {
    if (isCancelled(folded.text, hit, compiled)) return false;
    const hits = hitsBy.get(compiled.rule) ?? [];
    if (hits.length === 0 && isSilenced(folded.text, compiled)) return false;
    hits.push({ ...hit, severity });
    hitsBy.set(compiled.rule, hits);
    return true;
  });
  return [...hitsBy]
    .flatMap(([rule, hits]) =>
      mergeOverlapping(hits).map((hit) => findingOf(rule, hit, folded.starts[hit.start]!, folded.ends[hit.end - 1]!)),
    )
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.ruleId.localeCompare(b.ruleId));
}

function isSilenced(text: string, { silencers }: CompiledRule): boolean {
  return silencers.some((silencer) => text.search(silencer) >= 0);
}

function mergeOverlapping(hits: readonly RuleHit[]): RuleHit[] {
  const merged: RuleHit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && hit.start < last.end) {
      last.end = Math.max(last.end, hit.end);
      last.severity = worse(last.severity, hit.severity);
    } else merged.push({ ...hit });
  }
  return merged;
}

function worse(a: Severity, b: Severity): Severity {
  return severityOrder.indexOf(a) > severityOrder.indexOf(b) ? a : b;
}

function findingOf(rule: ComplianceRule, hit: RuleHit, start: number, end: number): Finding {
  const { id, label, source, rewrite, name } = rule;
  return { ruleId: id, label, severity: hit.severity, start, end, source, rewrite, name };
}
