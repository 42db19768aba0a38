import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complianceLabelSchema } from '../../../lib/compliance/compliance-rule.ts';
import { missedQuality } from '../../../scripts/bench/lint/bars.ts';
import {
  labelledSets,
  precision,
  qualityOn,
  readLabelled,
  readLabelledFile,
  recall,
} from '../../support/lint-quality.ts';
import { figuresOf, scoredBy } from '../../support/sample-scorer.ts';

// A change of the rules that makes them worse on these texts is seen here, whatever it makes better.
describe.each(labelledSets)('on the texts of the set %s', (set) => {
  const texts = readLabelled(set);

  test('the rules find what they should and leave alone what they should', () => {
    expect(missedQuality(set, qualityOn(texts))).toEqual([]);
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

/** Extras where the labelled sample set lies beside the project: it is not part of the repository. */
describe('on the labelled sample', () => {
  const sample = join(import.meta.dirname, '../../../../shared/samples/compliance');
  const set = join(sample, 'dev.jsonl');

  test('the rules do as well', ({ skip }) => {
    skip(!existsSync(set), 'no labelled sample beside the project');
    expect(missedQuality('sample', qualityOn(readLabelledFile(set)))).toEqual([]);
  });

  test('the scorer that came with it counts as we do', ({ skip }) => {
    const scorer = join(sample, 'score.py');
    skip(!existsSync(set) || !existsSync(scorer), 'no labelled sample with its scorer beside the project');
    skip(spawnSync('python3', ['--version']).status !== 0, 'no python3 to run the scorer of the sample');
    const [theirs, ours] = [scoredBy(scorer, set), figuresOf(qualityOn(readLabelledFile(set)))];
    expect(Object.keys(theirs).toSorted()).toEqual(Object.keys(ours).toSorted());
    // The scorer prints shares with two decimals; counts are the same.
    expect(Object.keys(ours).filter((name) => !(Math.abs(theirs[name]! - ours[name]!) < 0.006))).toEqual([]);
  });
});
