/** Keeping a shop's own replies: each is checked as if it were about to be sent, and refused when it must not be. */
import { lint, type Finding } from '../compliance/lint.ts';
import type { OwnTemplate } from '../model/own-template.ts';
import { problemsOf, type RefusedTemplate } from '../replies/own-templates.ts';
import { complianceRules } from '../rules/compliance.ts';
import { replyVariables, sceneRules } from '../rules/replies.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { recordTemplates } from './record-event.ts';

const known = {
  variables: replyVariables.map(({ name }) => name),
  scenes: sceneRules.scenes.map(({ id }) => id),
};

export interface SavedTemplates {
  /** One for each that was saved, for an undo. */
  eventIds: string[];
  refused: RefusedTemplate[];
}

/**
 * Saves those that pass, or changes the ones of the same ids; the others are named with what stands against them.
 * @param isTrial only checks
 */
export async function saveTemplates(
  db: LiukeDatabase,
  templates: readonly OwnTemplate[],
  isTrial: boolean,
  now: number,
): Promise<SavedTemplates> {
  const refused = templates.flatMap((template) => refusalOf(template) ?? []);
  const bad = new Set(refused.map(({ templateId }) => templateId));
  const good = templates.filter(({ templateId }) => !bad.has(templateId));
  return { eventIds: isTrial || good.length === 0 ? [] : await recordTemplates(db, good, now), refused };
}

function refusalOf(template: OwnTemplate): RefusedTemplate | null {
  const problems = problemsOf(template, known);
  const blocks = template.platforms.flatMap((platform) =>
    lint(template.text, complianceRules, { platform }).filter(({ severity }) => severity === 'block'),
  );
  if (problems.length === 0 && blocks.length === 0) return null;
  return { templateId: template.templateId, problems, blocks: distinct(blocks) };
}

/** A finding of both platforms is one. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.ruleId} ${finding.start}`, finding])).values()];
}
