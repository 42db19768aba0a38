import { expect, test } from 'vitest';
import { expandSource, patternOf, plainPatternOf, sourceProblem } from '../../../lib/compliance/rule-source.ts';

const vocabulary = { words: { im: ['微信', 'vx'] }, patterns: { add: '加<any>{0,3}<im>', loop: '<loop>' } };
const matches = (source: string, text: string) => new RegExp(expandSource(source, vocabulary), 'u').test(text);

test('a word matches with up to two separators between its letters', () => {
  expect(matches('<im>', '微 信')).toBe(true);
  expect(matches('<im>', '微.*信')).toBe(true);
  expect(matches('<im>', '微...信')).toBe(false);
  expect(matches('<im>', '微小的信')).toBe(false);
});

test('a Latin word stands alone', () => {
  expect(matches('<im>', '加vx吧')).toBe(true);
  expect(matches('<im>', 'avx')).toBe(false);
  expect(matches('<im>', 'vxe')).toBe(false);
});

test('a pattern may use words, and <any> stays within the clause', () => {
  expect(matches('<add>', '加我的微信')).toBe(true);
  expect(matches('<add>', '加,微信')).toBe(false);
});

test.each([
  ['a*b', /bounded repetition/],
  ['a{2,}b', /bounded repetition/],
  ['(a', /Invalid regular expression/],
  ['<nobody>', /expected <nobody>/],
  ['<loop>', /circle/],
])('%s is refused with its reason', (source, reason) => {
  expect(sourceProblem(source, vocabulary)?.message).toMatch(reason);
});

test.each(['[*+]', '\\+', 'a{0,3}b', '<im>'])('%s is accepted', (source) => {
  expect(sourceProblem(source, vocabulary)).toBeNull();
});

test.each<[string, string[]]>([
  ['<im>', ['加微信', 'avx', '加vx吧', '微小的信']],
  ['加<gap>我', ['加我', '加了我']],
  ['加<gap>?我', ['加我', '加加我']],
  ['(?<=加<gap>)我|<add>', ['加我', '加我的微信', '加,微信']],
  ['[^加]{2}', ['加我们', '加我']],
  ['\\p{Script=Han}{2}', ['加我', 'ab加']],
  ['😀?加', ['加我', '我']],
])('the plain pattern of %s finds in plain texts what the whole one finds', (source, texts) => {
  const expanded = expandSource(source, vocabulary);
  const found = (pattern: RegExp) =>
    texts.map((text) => Array.from(text.matchAll(pattern), ({ 0: part, index }) => [index, part]));
  expect(found(plainPatternOf(expanded))).toEqual(found(patternOf(expanded)));
  expect(found(patternOf(expanded)).flat()).not.toEqual([]);
});
