import { describe, expect, test } from 'vitest';
import { readingsOf } from '../../../../lib/replies/search/pinyin.ts';
import { indexReplies, searchReplies } from '../../../../lib/replies/search/search-replies.ts';
import { findTyped, readable } from '../../../../lib/replies/search/typed-pinyin.ts';
import { replyTemplates } from '../../../../lib/rules/replies.ts';

describe('a character reads as', () => {
  test.each([
    ['发', ['fa']],
    ['票', ['piao']],
    ['快', ['kuai']],
    ['绿', ['lv']],
    ['女', ['nv']],
    ['A', ['a']],
    ['7', ['7']],
    ['，', []],
  ])('%s -> %j', (character, readings) => expect(readingsOf(character)).toEqual(expect.arrayContaining(readings)));

  test.each([
    '重 zhong chong',
    '长 chang zhang',
    '还 hai huan',
    '行 hang xing',
    '单 dan shan',
    '率 lv shuai',
    '会 hui kuai',
  ])('several ways: %s', (line) => {
    const [character, ...readings] = line.split(' ');
    expect(readingsOf(character!)).toEqual(expect.arrayContaining(readings));
  });
});

describe('typed letters', () => {
  const find = (letters: string, text = '申请发票（京东）') => findTyped(readable(text), letters);
  test.each([
    ['fp', 2],
    ['fapiao', 2],
    ['fap', 2],
    ['fpiao', 2],
    ['sq', 0],
    ['sqfp', 0],
    ['shenqfap', 0],
    ['jd', 5],
    ['pf', -1],
    ['fpx', -1],
    ['zzz', -1],
  ])('%s stand at %i', (letters, at) => expect(find(letters)).toBe(at));

  test('go over characters of several readings', () => {
    expect(find('chongxin', '重新派送')).toBe(0);
    expect(find('zhongliang', '重量')).toBe(0);
  });
});

const index = indexReplies(replyTemplates, ({ label }) => label.zh);
const first = (query: string) => searchReplies(index, query)[0]?.label.zh;

test.each([
  ['发票进度', '发票进度'],
  ['fpjd', '发票进度'],
  ['fapiaojindu', '发票进度'],
  ['bufajindu', '补发进度'],
  ['bfjd', '补发进度'],
  ['FPJD', '发票进度'],
])('%s finds %s first', (query, label) => expect(first(query)).toBe(label));

test('words of a text are found after names, several words must all be there', () => {
  const found = searchReplies(index, '运费险');
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ text }) => text.includes('运费险'))).toBe(true);
  expect(searchReplies(index, '退货 上门').every(({ label, text }) => /退货|上门/.test(label.zh + text))).toBe(true);
  expect(searchReplies(index, '发票 没有这个词')).toEqual([]);
});

test('nothing typed lists the library, as far as is wanted', () => {
  expect(searchReplies(index, ' ', 5).map(({ id }) => id)).toEqual(replyTemplates.slice(0, 5).map(({ id }) => id));
});

test('5,000 templates are searched within a frame (16 ms), median of every keystroke', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => {
    const template = replyTemplates[at % replyTemplates.length]!;
    return { ...template, id: `many-${at}`, label: { ...template.label, zh: `${template.label.zh}${at}` } };
  });
  const large = indexReplies(many, ({ label }) => label.zh);
  const strokes = ['fapiaojindu', 'tk', '物流异常', 'buchajiazhege', 'zzzz', 'hhsqcl'].flatMap((word) =>
    Array.from(word, (_, at) => word.slice(0, at + 1)),
  );
  const once = (query: string) => {
    const before = performance.now();
    searchReplies(large, query, 8);
    return performance.now() - before;
  };
  // The best of three: what else the machine does is not the search's.
  const times = strokes.map((query) => Math.min(once(query), once(query), once(query)));
  const sorted = times.toSorted((a, b) => a - b);
  const [median, worst] = [sorted[sorted.length >> 1]!, sorted.at(-1)!];
  console.log(`search: n = ${times.length} keystrokes, median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`);
  expect(median).toBeLessThanOrEqual(16);
});
