/** What the sense of forbidden things is learned from: labelled texts, the examples of the rules, and what we ship for people to say. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { complianceRules } from '../../lib/rules/compliance.ts';
import { replyTemplates } from '../../lib/rules/replies.ts';
import { learntSets, readLabelled, readLabelledFile, type LabelledText } from '../../tests/support/lint-quality.ts';

const FOLDER = join(import.meta.dirname, 'texts');

/** By writer. None of them had seen the rules, so what the rules find in their texts is what they find in anybody's. */
export function textsByWriter(): Map<string, LabelledText[]> {
  return new Map(
    readdirSync(FOLDER)
      .toSorted()
      .map((file) => [file, readLabelledFile(join(FOLDER, file))]),
  );
}

/** Learned from always: texts that rules were written by, and what the rules and the replies of ours say of themselves. */
export function alwaysLearned(): LabelledText[] {
  const examples = complianceRules.rules.flatMap(
    ({ label, severity, rewrite, examples: { bad, good } = { bad: [], good: [] } }) => [
      ...bad.map((text) => (severity === 'hint' ? { text, expect: [], allow: [label] } : { text, expect: [label] })),
      ...[...good, rewrite].map((text) => ({ text, expect: [] })),
    ],
  );
  // Thrice: what we say ourselves must not be objected to.
  const own = [...examples, ...examples, ...examples];
  const replies = replyTemplates.map(({ text }) => ({ text, expect: [] }));
  return [...[...learntSets].flatMap(readLabelled), ...own, ...replies];
}
