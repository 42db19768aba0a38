/** Shipped replies keep the shipped rules: a build with one that does not fails. */
import { lint } from '../../lib/compliance/lint.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import { complianceRules } from '../../lib/rules/compliance.ts';
import { replyTemplates } from '../../lib/rules/replies.ts';

/** What the rules object to in replies, on each platform that they are for: one line each. */
export function objectionsTo(templates: readonly ReplyTemplate[] = replyTemplates): string[] {
  return templates.flatMap(({ id, platforms, text }) =>
    platforms.flatMap((platform) =>
      lint(text, complianceRules, { platform }).map(
        ({ ruleId, start, end }) =>
          `${id} on ${platform}: ${ruleId} objects to ${JSON.stringify(text.slice(start, end))}`,
      ),
    ),
  );
}
