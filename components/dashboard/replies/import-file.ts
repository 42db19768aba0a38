/** A file of templates: read and checked here and in the background, then kept in portions. */
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { FoundOn } from '../../../lib/compliance/found-on.ts';
import type { KnownNames } from '../../../lib/files/template-columns.ts';
import { readTemplates } from '../../../lib/files/template-file.ts';
import type { OwnTemplate } from '../../../lib/model/own-template.ts';
import { SaidError } from '../../words/files.ts';
import { expectedTexts, problemText, rowProblemText } from './problem-text.ts';

export interface ReadFile {
  kind: 'read';
  good: OwnTemplate[];
  /** By line, with what stands against it. */
  bad: { line: number; why: string }[];
  /** What the columns may say that say something else. */
  expected: string[];
  /** Of the good ones those of which the rules say something, by line. */
  warned: { line: number; text: string; findings: readonly FoundOn[] }[];
}

const MOST_ROWS = 5_000;
/** What one message carries. */
const PORTION = 500;

/**
 * @param shopId whose rules hold, besides the shipped ones
 * @throws Error that says what was expected of the file
 */
export async function readFile(file: File, names: KnownNames, shopId: string | null): Promise<ReadFile> {
  const rows = await readTemplates(new Uint8Array(await file.arrayBuffer()), file.name, names);
  if (rows.length > MOST_ROWS) throw new SaidError(t('libTooMany', MOST_ROWS, rows.length));
  const named = rows.map((row) => ({ ...row, templateId: crypto.randomUUID() }));
  const drafts = named.flatMap(({ templateId, draft }) => (draft ? [{ ...draft, templateId }] : []));
  const refused = new Map<string, string>();
  const warned = new Map<string, readonly FoundOn[]>();
  for (const templates of portionsOf(drafts)) {
    const answer = await toBackground.saveTemplates({ templates, shopId, isTrial: true, batchId: null });
    for (const one of answer.refused) refused.set(one.templateId, problemText(one));
    for (const one of answer.warned) warned.set(one.templateId, one.findings);
  }
  return {
    kind: 'read',
    good: drafts.filter(({ templateId }) => !refused.has(templateId)),
    bad: named.flatMap(({ line, problems, templateId }) => {
      const why = [...problems.map(rowProblemText), refused.get(templateId)].filter(Boolean).join(t('listSeparator'));
      return why === '' ? [] : [{ line, why }];
    }),
    expected: expectedTexts(named.flatMap(({ problems }) => problems)),
    warned: named.flatMap(({ line, draft, templateId }) => {
      const findings = warned.get(templateId);
      return draft && findings ? [{ line, text: draft.text, findings }] : [];
    }),
  };
}

/**
 * Keeps all of them or, where the background breaks off, none.
 * @returns how many were kept, and the id by which all of them are taken back
 */
export async function takeIn(
  templates: readonly OwnTemplate[],
  shopId: string | null,
): Promise<{ count: number; batchId: string }> {
  const batchId = crypto.randomUUID();
  let count = 0;
  try {
    for (const portion of portionsOf(templates)) {
      const asked = { templates: portion, shopId, isTrial: false, batchId };
      const { eventIds } = await toBackground.saveTemplates(asked);
      count += eventIds.length;
    }
  } catch (error) {
    await toBackground.undoEvent({ eventId: batchId });
    throw error;
  }
  return { count, batchId };
}

function portionsOf(templates: readonly OwnTemplate[]): OwnTemplate[][] {
  return Array.from({ length: Math.ceil(templates.length / PORTION) }, (_, at) =>
    templates.slice(at * PORTION, (at + 1) * PORTION),
  );
}
