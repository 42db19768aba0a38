/** Keeping a shop's own replies: each is checked as if it were about to be sent, and refused when it must not be. */
import type { When } from '../model/command.ts';
import type { Finding } from '../compliance/lint.ts';
import type { OwnTemplate } from '../model/own-template.ts';
import { problemsOf, type RefusedTemplate } from '../replies/own-templates.ts';
import { replyVariables, sceneRules } from '../rules/replies.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { recordTemplates } from './record-event.ts';
import type { ShopLinter } from './shop-linter.ts';

const known = {
  variables: replyVariables.map(({ name }) => name),
  scenes: sceneRules.scenes.map(({ id }) => id),
};

export interface SavedTemplates {
  /** One for each that was saved, for an undo. */
  eventIds: string[];
  refused: RefusedTemplate[];
}

export interface TemplatesToSave {
  templates: readonly OwnTemplate[];
  /** Only checks. */
  isTrial: boolean;
  /** Whose rules hold, besides the shipped ones. */
  shopId: string | null;
  /** Of several that are undone together. */
  batchId: string | null;
}

/** Saves those that pass, or changes the ones of the same ids; the others are named with what stands against them. */
export async function saveTemplates(
  db: LiukeDatabase,
  linter: ShopLinter,
  { templates, isTrial, shopId, batchId }: TemplatesToSave,
  when: When,
): Promise<SavedTemplates> {
  const refusals = await Promise.all(templates.map((template) => refusalOf(template, linter, shopId)));
  const refused = refusals.flatMap((refusal) => refusal ?? []);
  const bad = new Set(refused.map(({ templateId }) => templateId));
  const good = templates.filter(({ templateId }) => !bad.has(templateId));
  return { eventIds: isTrial || good.length === 0 ? [] : await recordTemplates(db, good, when, batchId), refused };
}

async function refusalOf(
  template: OwnTemplate,
  linter: ShopLinter,
  shopId: string | null,
): Promise<RefusedTemplate | null> {
  const { templateId, text, platforms } = template;
  const problems = problemsOf(template, known);
  const found = await Promise.all(
    platforms.map((platform) => linter.lint({ text, platform, channel: 'chat', shopId })),
  );
  const blocks = found.flat().filter(({ severity }) => severity === 'block');
  if (problems.length === 0 && blocks.length === 0) return null;
  return { templateId, problems, blocks: distinct(blocks) };
}

/** A finding of both platforms is one. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.ruleId} ${finding.start}`, finding])).values()];
}
