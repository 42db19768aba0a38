/** Keeping a shop's own replies: each is checked as if it were about to be sent, and refused when it must not be. */
import type { When } from '../model/command.ts';
import { foundOn } from '../compliance/found-on.ts';
import type { OwnTemplate } from '../model/own-template.ts';
import { problemsOf, type RefusedTemplate, type WarnedTemplate } from '../replies/own-templates.ts';
import { replyVariables, sceneRules } from '../rules/replies.ts';
import { tiers } from '../rules/tiers.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { recordTemplates } from './record-event.ts';
import type { ShopLinter } from './shop-linter.ts';

const known = {
  variables: replyVariables.map(({ name }) => name),
  scenes: sceneRules.scenes.map(({ id }) => id),
  tiers: tiers.map(({ id }) => id),
};

export interface SavedTemplates {
  /** One for each that was saved, for an undo. */
  eventIds: string[];
  refused: RefusedTemplate[];
  /** Those of the others of which the rules say something. */
  warned: WarnedTemplate[];
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
  const checks = await Promise.all(templates.map((template) => checkOf(template, linter, shopId)));
  const refused = checks.filter(({ problems, blocks }) => problems.length > 0 || blocks.length > 0);
  const bad = new Set(refused.map(({ templateId }) => templateId));
  const good = templates.filter(({ templateId }) => !bad.has(templateId));
  return {
    eventIds: isTrial || good.length === 0 ? [] : await recordTemplates(db, good, when, batchId),
    refused: refused.map(({ templateId, problems, blocks }) => ({ templateId, problems, blocks })),
    warned: checks.flatMap(({ templateId, findings }) =>
      findings.length > 0 && !bad.has(templateId) ? [{ templateId, findings }] : [],
    ),
  };
}

/** What is wrong with a template, and what the rules of its platforms say: what must not be sent, and what is better said otherwise. */
async function checkOf(
  template: OwnTemplate,
  linter: ShopLinter,
  shopId: string | null,
): Promise<RefusedTemplate & WarnedTemplate> {
  const { templateId, text, platforms } = template;
  const found = foundOn(
    await Promise.all(
      platforms.map(async (platform) => ({
        platform,
        findings: await linter.lint({ text, platform, channel: 'chat', shopId }),
      })),
    ),
  );
  const [blocks, findings] = [true, false].map((isBlock) =>
    found.filter(({ severity }) => (severity === 'block') === isBlock),
  );
  return { templateId, problems: problemsOf(template, known), blocks: blocks!, findings: findings! };
}
