/** Findings that object to a text; a hint does not. */
import { labelText } from '../../lib/browser/i18n.ts';
import type { Finding } from '../../lib/compliance/lint.ts';

/** The worst of them; null without any. */
export function worstObjection(findings: readonly Finding[]): 'block' | 'warn' | null {
  const has = (wanted: Finding['severity']) => findings.some(({ severity }) => severity === wanted);
  return has('block') ? 'block' : has('warn') ? 'warn' : null;
}

/** The names of the rules that object, each once. */
export function objectingRules(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ severity, name }) => (severity === 'hint' ? [] : labelText(name))))];
}
