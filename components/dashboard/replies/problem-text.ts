/** What stands against a template, in words. */
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { RowProblem } from '../../../lib/files/template-columns.ts';
import type { RefusedTemplate } from '../../../lib/replies/own-templates.ts';

export function problemText({ problems, blocks }: Omit<RefusedTemplate, 'templateId'>): string {
  const texts = problems.map((problem) => {
    if (problem.kind === 'strayBrace') return t('libProblem_strayBrace');
    if (problem.kind === 'unknownTier') return t('libProblem_unknownTier', problem.tierId);
    return problem.kind === 'unknownScene'
      ? t('libProblem_unknownScene', problem.scene)
      : t('libProblem_unknownVariable', problem.name);
  });
  if (blocks.length > 0)
    texts.push(
      t('libRefused', blocks.map(({ ruleId, name }) => `${labelText(name)} ${ruleId}`).join(t('listSeparator'))),
    );
  return texts.join(t('listSeparator'));
}

export function rowProblemText(problem: RowProblem): string {
  if (problem.kind === 'missing') return t('libRow_missing', problem.column);
  if (problem.kind === 'tooLong') return t('libRow_tooLong', problem.column, problem.most);
  return t('libRow_notKnown', problem.column, problem.found);
}

/** What columns may say in which something unknown stands: each once, however many rows it is wrong in. */
export function expectedTexts(problems: readonly RowProblem[]): string[] {
  const texts = problems.flatMap((problem) =>
    problem.kind === 'notKnown' ? [t('libRow_expected', problem.column, problem.expected)] : [],
  );
  return [...new Set(texts)];
}
