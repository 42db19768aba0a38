import fc from '../../../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../../lib/insight/segments/complete.ts';
import { parseSegment } from '../../../../lib/insight/segments/parse.ts';
import { lexicon } from './vocabulary.ts';

/** The line with its caret as `|`. */
function optionsAt(line: string, most = 50, language: 'zh' | 'en' = 'zh', tags: readonly string[] = []) {
  const caret = line.indexOf('|');
  return complete(line.replace('|', ''), caret, lexicon, { most, language, tags });
}
const insertsAt = (line: string) => optionsAt(line).options.map(({ insert }) => insert);

describe('a condition is found', () => {
  test.each([
    ['上|', '上次'],
    ['老客 且 客|', '客单'],
    ['sc|', '上次'],
    ['cs|', '沉睡'],
    ['gjz|', '高价值'],
    ['recency|', '上次'],
    ['Do not|', '勿扰'],
    ['老客 且 非w|', '勿扰'],
    ['(老|', '老客'],
    ['近365|', '近365天次数'],
    ['等|', '等级='],
    ['等级=高|', '高价值'],
  ])('%s -> %s', (line, insert) => {
    expect(insertsAt(line)).toContain(insert);
  });

  test('by what it begins with, and replaces that alone', () => {
    const { start, end, options } = optionsAt('老客 且 客单|>3');
    expect([start, end]).toEqual([5, 7]);
    expect(options.every(({ insert }) => insert.startsWith('客单'))).toBe(true);
  });

  test('by the whole word before by its beginning', () => {
    expect(insertsAt('sc|')[0]).toBe('上次');
  });

  test('without a letter, after a connective: tiers first', () => {
    expect(optionsAt('老客 且 |', 3).options.map(({ kind }) => kind)).toEqual(['tier', 'tier', 'tier']);
  });

  test('as nothing, where no word begins so', () => {
    expect(insertsAt('呵呵|')).toEqual([]);
  });
});

describe('a tag', () => {
  const tags = ['熟客', '爱比价', '熟人'];
  const tagsAt = (line: string) => optionsAt(line, 50, 'zh', tags).options.map(({ insert }) => insert);

  test.each([
    ['标签:|', tags],
    ['老客 且 非标签：|', tags],
    ['标签:熟|', ['熟客', '熟人']],
    ['tag:爱|', ['爱比价']],
    ['标签:没有|', []],
  ])('%s -> %j', (line, inserts) => {
    expect(tagsAt(line)).toEqual(inserts);
  });

  test('is gone on from, and its sign is found by its beginnings', () => {
    expect(tagsAt('标签:熟客 |').slice(0, 2)).toEqual([' 且 ', ' 或 ']);
    for (const begun of ['标', 'bq', 'tag']) expect(tagsAt(`${begun}|`)).toContain('标签:');
    expect(optionsAt('ta|', 50, 'en').options.map(({ insert }) => insert)).toContain('tag:');
  });
});

describe('in English', () => {
  test.each([
    ['la|', 'last'],
    ['high value and sp|', 'spend'],
    ['sc|', 'last'],
    ['上次|', 'last'],
    ['do|', 'do not disturb'],
    ['tier=dor|', 'Dormant'],
    ['last > 30|', ' days'],
    ['last > 30 days|', ' and '],
    ['last 30 days|', ' or more'],
  ])('%s goes on with %j', (line, insert) => {
    expect(optionsAt(line, 50, 'en').options.map((option) => option.insert)).toContain(insert);
  });

  test('a slip is put right in the letters it was written in', () => {
    const suggested = (line: string) => {
      const reading = parseSegment(line, lexicon);
      return reading.ok ? null : reading.error.suggestions;
    };
    expect(suggested('avarage > 100')).toContain('average');
    expect(suggested('客丹>100')).toContain('客单');
  });
});

describe('what comes next', () => {
  test.each([
    ['after a metric: how to compare', '上次 |', ['>=', '<=', '>', '<', '=']],
    [
      'after a number: units, then the rest',
      '上次>30|',
      ['天', '周', '个月', '个季度', '年', '以上', '以下', ' 且 ', ' 或 '],
    ],
    ['after a unit', '上次30天|', ['以上', '以下', ' 且 ', ' 或 ']],
    ['after a tier', '老客 |', [' 且 ', ' 或 ']],
    ['after 等级', '等级 |', ['=']],
    ['after a word that is a metric, too', '到期 |', ['>=', '<=', '>', '<', '=', ' 且 ', ' 或 ']],
    ['after a comparison: a number, which nobody knows', '上次> |', []],
  ])('%s', (_, line, inserts) => {
    expect(insertsAt(line)).toEqual(inserts);
  });

  test('an option taken leads on to a line that reads', () => {
    expect(parseSegment('上次>30天 且 老客', lexicon)).toMatchObject({ ok: true });
  });
});

test('whatever is typed, the place is within the line and before the caret', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('上次', '老', ' ', '且', '>', '3', '天', '(', 'a', '等级', '=', '，')),
      fc.nat(40),
      (parts, caret) => {
        const line = parts.join('');
        const { start, end, options } = complete(line, caret, lexicon, { most: 5 });
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBe(Math.min(caret, line.length));
        expect(options.length).toBeLessThanOrEqual(5);
      },
    ),
  );
});
