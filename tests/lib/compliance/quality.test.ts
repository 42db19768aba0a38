import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complianceLabelSchema } from '../../../lib/compliance/compliance-rule.ts';
import {
  labelledSets,
  precision,
  qualityOn,
  readLabelled,
  readLabelledFile,
  recall,
  type Quality,
} from '../../support/lint-quality.ts';

function keepsTheBars({ total, byTag, clean }: Quality): void {
  expect(precision(total)).toBeGreaterThanOrEqual(0.95);
  expect(recall(total)).toBeGreaterThanOrEqual(0.9);
  expect(clean.flagged / clean.all).toBeLessThanOrEqual(0.03);
  const evasion = byTag.get('evasion');
  expect(evasion!.right / evasion!.all).toBeGreaterThanOrEqual(0.9);
}

// A change of the rules that makes them worse on these texts is seen here, whatever it makes better.
describe.each(labelledSets)('on the texts of the set %s', (set) => {
  const texts = readLabelled(set);

  test('the rules find what they should and leave alone what they should', () => {
    keepsTheBars(qualityOn(texts));
    // Every text of the set on both platforms: seconds on a busy machine.
  }, 60_000);

  test('the labels are known, and no text stands twice', () => {
    const known = new Set<string>(complianceLabelSchema.options);
    expect(texts.flatMap(({ expect: labels }) => labels).filter((label) => !known.has(label))).toEqual([]);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });
});

/** What was reached there: a rule that is made better for others is not made worse for these. */
test('what was learnt from the texts of the set writers is kept', () => {
  const { total, byTag, clean } = qualityOn(readLabelled('writers'));
  expect(precision(total)).toBeGreaterThanOrEqual(0.985);
  expect(recall(total)).toBeGreaterThanOrEqual(0.985);
  expect(clean.flagged / clean.all).toBeLessThanOrEqual(0.005);
  const evasion = byTag.get('evasion');
  expect(evasion!.right / evasion!.all).toBeGreaterThanOrEqual(0.985);
}, 60_000);

test('no text stands in two sets', () => {
  const all = labelledSets.flatMap((set) => readLabelled(set).map(({ text }) => text));
  expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
});

/** An extra where the labelled sample set lies beside the project: it is not part of the repository. */
const sample = join(import.meta.dirname, '../../../../shared/samples/compliance/dev.jsonl');
test('the rules do as well on the labelled sample', ({ skip }) => {
  skip(!existsSync(sample), 'no labelled sample beside the project');
  keepsTheBars(qualityOn(readLabelledFile(sample)));
});
