import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileSegment } from '../../../lib/insight/segments/evaluate.ts';
import { fold, lexiconOf, type Meaning } from '../../../lib/insight/segments/lexicon.ts';
import { MAX_QUERY_LENGTH, parseSegment } from '../../../lib/insight/segments/parse.ts';
import { explainOnPlatform } from '../../../lib/insight/segments/platform-filter.ts';
import { printSegment } from '../../../lib/insight/segments/print.ts';
import { savedSegmentSchema } from '../../../lib/model/event.ts';
import { resolveTiers } from '../../../lib/insight/tiers/tier-settings.ts';
import { metricWords } from '../../../lib/rules/metrics.ts';
import { conditions, platformFilters, quickSegments, segmentWords } from '../../../lib/rules/segments.ts';
import { tiers as presets } from '../../../lib/rules/tiers.ts';

const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const vocabulary = { metrics: metricWords, tiers, conditions, words: segmentWords };
const lexicon = lexiconOf(vocabulary);
const everyWord = [...lexicon.words.values()].flat();

describe.each(quickSegments)('the segment $id', ({ query, label }) => {
  const result = parseSegment(query, lexicon);

  test('is written as we would write it', () => {
    expect(result.ok ? printSegment(result.value, vocabulary) : result.error).toBe(query);
  });

  test('can be counted, and looked for on both platforms', () => {
    if (!result.ok) throw new Error(result.error.code);
    const nobody = { size: 3, column: () => new Float64Array(3).fill(Number.NaN) };
    expect([...compileSegment(result.value, vocabulary)(nobody)]).toEqual([0, 0, 0]);
    for (const platform of ['jd', 'taobao'] as const)
      expect(explainOnPlatform(result.value, platform, vocabulary, platformFilters).lines).not.toEqual([]);
  });

  test('can be saved', () => {
    expect(savedSegmentSchema.safeParse({ segmentId: 'a', label: label.zh, query }).success).toBe(true);
  });
});

test('quick segments have ids and names of their own', () => {
  for (const of of [quickSegments.map(({ id }) => id), quickSegments.map(({ label }) => label.zh)])
    expect(new Set(of).size).toBe(of.length);
});

test.each(['SEG-02', 'SEG-03', 'SEG-12', 'SEG-13', 'SEG-14', 'SEG-26', 'SEG-27', 'SEG-32', 'CHN-01', 'CHN-13'])(
  '%s has a quick segment',
  (id) => {
    expect(quickSegments.some(({ source }) => source.includes(id))).toBe(true);
  },
);

describe('in English', () => {
  const read = (line: string) => parseSegment(line, lexicon);

  test('the line of the store listing is read', () => {
    const [, line] = /one line such as "([^"]+)"/.exec(readFileSync('scripts/store/listing.en.md', 'utf8'))!;
    expect(line).toBe('returning and last > 30 days');
    expect(read(line!)).toEqual(read('老客 且 上次>30天'));
    expect(read(line!).ok).toBe(true);
  });

  test.each(metricWords)('$name is asked for as in Chinese', ({ name, words: [zh] }) => {
    const expected = read(`${zh!}>=1 且 非 ${zh!} 1~2`);
    expect(expected.ok).toBe(true);
    for (const word of segmentWords.english.metrics[name])
      expect(read(`${word} >= 1 and not ${word} 1 to 2`)).toEqual(expected);
  });

  test.each(conditions)('$id is said as in Chinese', ({ id, label }) => {
    const expected = read(`新客 或 ${label.zh}`);
    expect(expected.ok).toBe(true);
    for (const word of [...segmentWords.english.conditions[id]!, label.en])
      expect(read(`newCustomer or ${word}`)).toEqual(expected);
  });

  test('no condition is without a word, and no word without a condition', () => {
    expect(Object.keys(segmentWords.english.conditions)).toEqual(conditions.map(({ id }) => id));
  });

  test.each(tiers)('$id is named as in Chinese', ({ label }) => {
    expect(read(label.zh).ok).toBe(true);
    expect(read(label.en)).toEqual(read(label.zh));
    expect(read(`tier=${label.en}`)).toEqual(read(`等级=${label.zh}`));
  });
});

describe('a word', () => {
  /** A condition and the metric it is about may share a word: 到期, 到期<3. */
  const mayShare = (meanings: readonly Meaning[]) => {
    const [first, second, ...more] = meanings;
    if (first?.kind !== 'metric' || second?.kind !== 'condition' || more.length > 0) return false;
    return conditions.find(({ id }) => id === second.condition)!.all.every(({ metric }) => metric === first.metric);
  };

  test('has one meaning', () => {
    expect(everyWord.filter(({ meanings }) => meanings.length > 1 && !mayShare(meanings))).toEqual([]);
  });

  test.each([
    ...tiers.map(({ id, label }) => [label.zh, 'tier', id] as const),
    ...conditions.map(({ id, label }) => [label.zh, 'condition', id] as const),
  ])('%s, as we write it, is the %s %s', (word, kind, id) => {
    const result = parseSegment(word, lexicon);
    expect(result).toEqual({ ok: true, value: { kind, [kind]: id } });
  });

  test.each(everyWord.filter(({ meanings: [meaning] }) => meaning!.kind === 'metric'))(
    '$word takes a comparison',
    ({ word, meanings: [meaning] }) => {
      const result = parseSegment(`${word}>1`, lexicon);
      expect(result).toMatchObject({
        value: { clause: { metric: (meaning as Extract<Meaning, { kind: 'metric' }>).metric } },
      });
    },
  );
});

test('every tier is found by its pinyin', () => {
  expect(tiers.filter(({ id }) => !segmentWords.tiers[id]).map(({ id }) => id)).toEqual([]);
  expect(Object.keys(segmentWords.tiers).filter((id) => !tiers.some((tier) => tier.id === id))).toEqual([]);
});

test.each(Object.entries(segmentWords.written).filter(([, written]) => written !== ''))(
  'values in %s are written with %s, and read back as many',
  (unit, written) => {
    const of = segmentWords.units.find(({ words }) => words.includes(written))?.of;
    expect(of).toMatchObject({ [unit]: unit === 'fen' ? 100 : 1 });
  },
);

test('signs are told apart however they are typed', () => {
  for (const { word } of everyWord) expect(fold(word)).toBe(word);
});

test('the schema bounds a saved line like the reader does', () => {
  const line = '非'.repeat(MAX_QUERY_LENGTH + 1);
  expect(savedSegmentSchema.safeParse({ segmentId: 'a', label: 'a', query: line }).success).toBe(false);
  expect(parseSegment(line, lexicon)).toMatchObject({ ok: false, error: { code: 'tooLong' } });
});
