/** An extra where the labelled sample set lies beside the project: it is not part of the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '../../../lib/compliance/lint.ts';
import { platformSchema } from '../../../lib/model/platform.ts';
import { complianceRules } from '../../../lib/rules/compliance.ts';

const sample = join(import.meta.dirname, '../../../../shared/samples/compliance/dev.jsonl');
interface Labelled {
  text: string;
  platform: string;
  expect: string[];
  allow?: string[];
}

test('the covered labels reach precision 0.93 and recall 0.85 on the labelled sample', ({ skip }) => {
  skip(!existsSync(sample), 'no labelled sample beside the project');
  const records = readFileSync(sample, 'utf8')
    .trim()
    .split('\n')
    .map((line): Labelled => JSON.parse(line));
  const covered = new Set<string>(complianceRules.map((rule) => rule.label));
  const count = { right: 0, wrong: 0, missed: 0 };
  for (const record of records) {
    const platforms = platformSchema.options.filter(
      (platform) => record.platform === 'any' || record.platform === platform,
    );
    const findings = platforms.flatMap((platform) => lint(record.text, complianceRules, { platform }));
    const labels = new Set<string>(
      findings.filter((finding) => finding.severity !== 'hint').map((finding) => finding.label),
    );
    for (const label of covered) {
      if (record.expect.includes(label)) count[labels.has(label) ? 'right' : 'missed'] += 1;
      else if (labels.has(label) && !record.allow?.includes(label)) count.wrong += 1;
    }
  }
  expect(count.right / (count.right + count.wrong)).toBeGreaterThanOrEqual(0.93);
  expect(count.right / (count.right + count.missed)).toBeGreaterThanOrEqual(0.85);
});
