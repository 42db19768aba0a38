import type { Finding } from '../../lib/compliance/lint.ts';

/** That the first two characters ask for a private account. */
export function makeFinding(changes: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'DIV-01',
    label: 'diversion',
    severity: 'block',
    start: 0,
    end: 2,
    source: { title: '平台规则', article: '第一条', effectiveFrom: null, certainty: 'S' },
    rewrite: '在这里说就好',
    name: { zh: '引导加私人账号', en: 'asks for a private account' },
    ...changes,
  };
}
