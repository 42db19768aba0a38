import { describe, expect, test } from 'vitest';
import { sceneRules } from '../../../lib/rules/replies.ts';
import { reasonGroups, workOrderSteps } from '../../../lib/rules/service.ts';

const labels = reasonGroups.flatMap((group) => group.labels);

describe('the reason labels', () => {
  test('are told apart by their ids and by their words, in both languages', () => {
    for (const wordOf of [
      ({ id }: (typeof labels)[number]) => id,
      ({ label }: (typeof labels)[number]) => label.zh,
      ({ label }: (typeof labels)[number]) => label.en,
    ])
      expect(new Set(labels.map(wordOf)).size).toBe(labels.length);
  });

  test('are of the three kinds that the months are counted by, and those of live shows and of sales abroad', () => {
    expect(reasonGroups.map(({ id }) => id)).toEqual(['product', 'logistics', 'service', 'live', 'crossBorder']);
  });

  test('begin with scenes that there are, each scene with one label', () => {
    const scenes = labels.flatMap(({ sceneIds }) => sceneIds);
    const known = sceneRules.scenes.map(({ id }) => id);
    expect(scenes.filter((id) => !known.includes(id))).toEqual([]);
    expect(new Set(scenes).size).toBe(scenes.length);
  });
});

test('the steps are told apart; some stop the clock of the reply and some the one of acting', () => {
  expect(new Set(workOrderSteps.map(({ id }) => id)).size).toBe(workOrderSteps.length);
  expect(new Set(workOrderSteps.map(({ what }) => what))).toEqual(new Set(['answer', 'dispatch', 'refund', 'act']));
});
