import { describe, expect, test } from 'vitest';
import { metricNames } from '../../../lib/insight/metrics.ts';
import { fold } from '../../../lib/insight/segments/lexicon.ts';
import { metricWords } from '../../../lib/rules/metrics.ts';

const twice = (list: readonly string[]) => list.filter((one, at) => list.indexOf(one) !== at);

test('every metric has exactly one entry', () => {
  expect(metricWords.map(({ name }) => name).toSorted()).toEqual([...metricNames].toSorted());
});

describe('no two metrics are looked for', () => {
  test('under one word', () => {
    const words = metricWords.flatMap(({ name, label, words: of }) => [
      ...new Set([name, label.zh, label.en, ...of].map(fold)),
    ]);
    expect(twice(words)).toEqual([]);
  });

  test('under one row of initials', () => {
    expect(twice(metricWords.map(({ pinyin }) => pinyin))).toEqual([]);
  });
});

test.each(metricWords)('$name has a short name and a sentence that explains it', ({ label, definition, words }) => {
  expect(label.zh.length).toBeLessThanOrEqual(10);
  expect(words[0]!.length).toBeLessThanOrEqual(8);
  expect(definition.zh).not.toBe(label.zh);
});

test('a filter of a platform names its source', () => {
  const sources = metricWords.flatMap(({ platforms }) =>
    Object.values(platforms).flatMap((filter) => (filter ? [filter.source] : [])),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((source) => !/^([A-Z]{3}-\d{2}|CrmMember\.\w+)$/.test(source))).toEqual([]);
});
