/** Where a compliance rule comes from, in words. */
import { t } from '../../lib/browser/i18n.ts';
import type { RuleSource } from '../../lib/compliance/compliance-rule.ts';

/** "REV-01 网络反不正当竞争暂行规定 第九条第（五）项 · 2024-09-01 起施行 · 条文未核对". */
export function sourceText(ruleId: string, { title, article, effectiveFrom, certainty }: RuleSource): string {
  return [
    [ruleId, title, article].join(' '),
    ...(effectiveFrom === null ? [] : [t('sourceSince', effectiveFrom)]),
    // Nobody who made the rule has read the article itself.
    ...(certainty === 'S' || certainty === 'M' ? [t('sourceUnread')] : []),
  ].join(' · ');
}
